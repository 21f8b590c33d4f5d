/// Why files could not be made into a release. Nothing has been changed.
package enum ReleaseReadingError: Error, Hashable, Sendable {
    case unreadable(file: String)
    /// The columns are those of no file of the kind. `expected`: usual names of the kind's files.
    case notRecognised(file: String, kind: ReleaseKind, expected: [String])
    case missing(kind: ReleaseKind, file: String, columns: [String])
    case givenTwice(file: String, sameAs: String)
    /// The kind is written by the portal's authors: only a release document of it can be loaded.
    case documentExpected(ReleaseKind)
    /// A file that is not whole, or not what it should be as a whole. With why, as a clause.
    case unusable(file: String, String)
    case content(DelimitedTextError)
    case release(ReleaseError)
}

extension ReleaseReadingError: CustomStringConvertible {
    /// One sentence for the command line.
    package var description: String {
        switch self {
        case .unreadable(let file): "\(file) cannot be read."
        case .notRecognised(let file, let kind, let expected):
            "\(file) is not one of the files of \(kind.rawValue): its column names are none of those of \(expected.joined(separator: ", "))."
        case .missing(let kind, let file, let columns):
            "\(kind.rawValue) also needs \(file) (a file with the columns \(columns.map { "\"\($0)\"" }.joined(separator: ", ")))."
        case .givenTwice(let file, let sameAs): "\(file) is the same kind of file as \(sameAs)."
        case .documentExpected(let kind): "\(kind.rawValue) is loaded from one release document of the portal's own."
        case .unusable(let file, let why): "\(file) cannot be used: \(why)."
        case .content(let error): error.description
        case .release(let error): error.description
        }
    }
}
