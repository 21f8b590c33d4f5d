/// One value as a database holds it. Times are integer milliseconds, days ISO text, booleans 0 and 1, documents JSON text.
package enum SQLValue: Hashable, Sendable {
    case null
    case text(String)
    case integer(Int64)
    case real(Double)
    case blob([UInt8])

    package static func text(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
    package static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }
    package static func integer(_ value: Int?) -> SQLValue { value.map { .integer(Int64($0)) } ?? .null }
    package static func real(_ value: Double?) -> SQLValue { value.map { .real($0) } ?? .null }
    package static func flag(_ value: Bool) -> SQLValue { .integer(value ? 1 : 0) }

    /// Refuses what one database would take and another would not, or would change: a null character in a text, a number
    /// that is not finite. Every driver calls it on every value it binds.
    package func check() throws(StorageError) {
        switch self {
        case .text(let text) where text.utf8.contains(0): throw .unstorable("a text with a null character")
        case .real(let number) where !number.isFinite: throw .unstorable("a number that is not finite")
        case .null, .text, .integer, .real, .blob: return
        }
    }
}
