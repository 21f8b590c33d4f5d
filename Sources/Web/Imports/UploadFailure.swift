import Domain
import HTTPTypes
import Portal

/// Why a file was not taken: a sentence beside the field, and a status.
struct UploadFailure {
    let problems: FormProblems
    let status: HTTPResponse.Status

    /// - Throws: what is no trouble with the file.
    init(_ error: any Error, view: View, limit: Int) throws {
        let megabytes = view.format.number(max(1, limit >> 20))
        let (key, status): (String, HTTPResponse.Status) =
            switch error {
            case UploadedFile.Problem.malformed: ("malformed", .badRequest)
            case UploadedFile.Problem.tooLarge: ("tooLarge", .contentTooLarge)
            case UploadedFile.Problem.none: ("none", .badRequest)
            case ImportDesk.Refusal.otherKind: ("otherKind", .unsupportedMediaType)
            case ImportDesk.Refusal.emptyFile: ("emptyFile", .badRequest)
            default: throw error
            }
        problems = FormProblems("file", view.t("imports.problem.\(key)", ["size": megabytes]))
        self.status = status
    }
}
