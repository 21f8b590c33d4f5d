/// A release document that is damaged, or that another version of the portal wrote.
package struct ReleaseError: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The text does not start as a release document does, or a line of its head is wrong.
        case notARelease
        case missingTable
        case missingColumns
        case cellCount
        case value
        /// A cell names something that no row of the release defines.
        case unknownReference
        case duplicate
    }

    package let kind: ReleaseKind?
    package let table: String?
    /// From 1, column names not counted.
    package let row: Int?
    package let column: String?
    package let value: String?
    package let reason: Reason

    init(
        kind: ReleaseKind? = nil, table: String? = nil, row: Int? = nil, column: String? = nil, value: String? = nil, reason: Reason
    ) {
        self.kind = kind
        self.table = table
        self.row = row
        self.column = column
        self.value = value
        self.reason = reason
    }
}

extension ReleaseError: CustomStringConvertible {
    package var description: String {
        var place = "release \(kind?.rawValue ?? "of unknown kind")"
        if let table { place += ", table \(table)" }
        if let row { place += ", row \(row)" }
        if let column { place += ", column \(column)" }
        let quoted = value.map { "\"\($0)\"" } ?? "a value"
        let sentence =
            switch reason {
            case .notARelease: "this is not a release document\(value.map { ": \"\($0)\"" } ?? "")"
            case .missingTable: "the table is missing"
            case .missingColumns: "a column is missing"
            case .cellCount: "the row does not have one cell for each column"
            case .value: "\(quoted) cannot be understood"
            case .unknownReference: "\(quoted) is not defined anywhere"
            case .duplicate: "\(quoted) is there twice"
            }
        return "\(place): \(sentence)."
    }
}
