/// Keeps a spreadsheet from running a text as a formula: a cell that starts with `=`, `+`, `-` or `@` is written with an
/// apostrophe before it, which the import takes away again.
enum GuardedCell {
    static func guarded(_ cell: String) -> String { isFormula(cell) ? "'" + cell : cell }

    static func unguarded(_ cell: String) -> String {
        guard cell.utf8.first == UInt8(ascii: "'"), isFormula(cell) else { return cell }
        return String(decoding: cell.utf8.dropFirst(), as: UTF8.self)
    }

    /// Whether an import would take an apostrophe away from it.
    static func looksGuarded(_ cell: String) -> Bool { cell.utf8.first == UInt8(ascii: "'") && isFormula(cell) }

    /// Also true of a text that would look guarded: apostrophes, then one of those characters.
    private static func isFormula(_ cell: String) -> Bool {
        switch cell.utf8.drop(while: { $0 == UInt8(ascii: "'") }).first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
        default: false
        }
    }
}
