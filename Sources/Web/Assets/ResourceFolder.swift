package import Foundation

extension Bundle {
    /// A file or folder under the target's `Resources`, wherever this platform puts it.
    package func resource(folder path: String) throws(MissingResource) -> URL {
        guard let url = url(forResource: path, withExtension: nil, subdirectory: "Resources") else { throw MissingResource(path: path) }
        return url
    }
}

/// A file that was built with the program is not beside it any more.
package struct MissingResource: Error {
    package let path: String
}
