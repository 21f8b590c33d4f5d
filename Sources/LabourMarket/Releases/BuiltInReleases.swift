import Foundation

/// The releases the portal is built with: a fresh installation needs nothing else to answer.
package enum BuiltInReleases {
    package static let kinds = ReleaseKind.allCases.filter(\.isBuiltIn)

    /// One release of each built-in kind, read from the documents beside the program.
    package static func all() throws -> [Release] { try kinds.map(release) }

    /// For a kind that is not built in: what is known of its source, without any table.
    package static func release(_ kind: ReleaseKind) throws -> Release {
        guard let url = Bundle.module.url(forResource: kind.rawValue, withExtension: "tsv", subdirectory: "Resources") else {
            throw ReleaseError(kind: kind, reason: .notARelease)
        }
        let release = try Release(document: String(decoding: Data(contentsOf: url), as: UTF8.self))
        guard release.kind == kind else { throw ReleaseError(kind: kind, value: release.kind.rawValue, reason: .notARelease) }
        return release
    }
}
