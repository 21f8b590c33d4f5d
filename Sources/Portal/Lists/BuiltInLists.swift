import Foundation

/// The lists every portal starts with: the six priority industries, in `Resources/lists.json`.
package enum BuiltInLists {
    /// A file that cannot be read is a mistake in the program, not something to go on without.
    package static let all: [CuratedList] = {
        do {
            guard let file = Bundle.module.url(forResource: "lists", withExtension: "json", subdirectory: "Resources") else {
                throw CocoaError(.fileNoSuchFile)
            }
            return try JSONDecoder().decode([CuratedList].self, from: Data(contentsOf: file))
        } catch {
            preconditionFailure("lists.json: \(error)")
        }
    }()
}
