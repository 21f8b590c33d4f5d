import Testing

@testable import StoragePostgres

@Suite struct PlaceholderTests {
    @Test func `placeholders are counted`() {
        #expect(PostgresPlaceholders.numbered("INSERT INTO t (a, b) VALUES (?, ?)") == "INSERT INTO t (a, b) VALUES ($1, $2)")
    }

    @Test func `a question mark in a text or a name stays one`() {
        #expect(PostgresPlaceholders.numbered("SELECT '?', 'it''s ?', \"a?\" WHERE x = ?") == "SELECT '?', 'it''s ?', \"a?\" WHERE x = $1")
    }

    @Test func `many placeholders have numbers of many digits, and other letters stay as they are`() {
        let sql = "SELECT 'é' IN (" + Array(repeating: "?", count: 120).joined(separator: ",") + ")"
        let numbered = PostgresPlaceholders.numbered(sql)
        #expect(numbered.hasPrefix("SELECT 'é' IN ($1,$2,"))
        #expect(numbered.hasSuffix("$119,$120)"))
    }
}
