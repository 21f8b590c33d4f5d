import Foundation

/// The file of the trained matcher that the portal is built with (docs/matching.md, "The embedding").
package enum BuiltInModel {
    package static let fileName = "matcher.model"

    /// `nil` when the portal was built without one: it then matches by words alone.
    package static func bytes() -> [UInt8]? {
        Bundle.module.url(forResource: "matcher", withExtension: "model", subdirectory: "Resources")
            .flatMap { try? Data(contentsOf: $0) }.map { [UInt8]($0) }
    }
}
