/// A statement of portable SQL: what SQLite 3.40 and PostgreSQL 15 both understand, with `?` for every value.
///
/// It can be written only as a literal, or joined from literals. There is no interpolation: a value that came from outside
/// cannot get into the text, only into the list of bound values beside it.
package struct SQL: Hashable, Sendable, ExpressibleByStringLiteral {
    package let text: String

    package init(stringLiteral value: String) { text = value }

    private init(text: String) { self.text = text }

    /// The name of a table or a column of the schema. A name that is not made of small letters, digits and underscores ends the process: no such name
    /// comes from outside.
    init(name: String) {
        precondition(
            !name.isEmpty && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }, "\(name) is no name")
        text = name
    }

    package static func + (a: SQL, b: SQL) -> SQL { SQL(text: a.text + b.text) }

    /// `?, ?, ?`
    package static func placeholders(_ count: Int) -> SQL {
        SQL(text: Array(repeating: "?", count: count).joined(separator: ", "))
    }

    /// `(?, ?), (?, ?)`: that many rows of that many values.
    package static func rows(_ count: Int, of columns: Int) -> SQL {
        SQL(text: Array(repeating: "(" + placeholders(columns).text + ")", count: count).joined(separator: ", "))
    }

    /// Names of columns with a comma between them.
    package static func list(_ columns: [SQL]) -> SQL { SQL(text: columns.map(\.text).joined(separator: ", ")) }

    /// `INSERT INTO table (columns) VALUES (?, …)`, one placeholder a column.
    package static func insert(into table: SQL, _ columns: [SQL]) -> SQL {
        "INSERT INTO " + table + " (" + list(columns) + ") VALUES (" + placeholders(columns.count) + ")"
    }

    /// The same, and a row that has the key already takes the new values of every other column.
    package static func upsert(into table: SQL, key: [SQL], _ columns: [SQL]) -> SQL {
        let updates = columns.filter { !key.contains($0) }.map { $0 + " = excluded." + $0 }
        return insert(into: table, columns) + " ON CONFLICT (" + list(key) + ") DO UPDATE SET " + list(updates)
    }
}
