import Foundation
import Matching
import Portal

/// A trained model named on the command line.
enum ModelFile {
    /// The built-in one without a name, none for `none`.
    static func model(_ path: String?) throws(CommandFailure) -> EmbeddingModel? {
        guard let path else { return MatcherModel.builtIn }
        if path == "none" { return nil }
        let bytes = try TableFile.bytes(path)
        do { return try EmbeddingDocument.read(bytes) } catch {
            let reason =
                switch error {
                case .notAModel: "is not a trained model"
                case .otherFormat(let format): "is a model of format \"\(format)\", which this version does not read"
                case .damaged: "is a model that is damaged"
                }
            throw CommandFailure(.data, "\(path) \(reason).")
        }
    }
}
