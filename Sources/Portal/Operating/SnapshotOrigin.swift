package import Storage

/// What a snapshot was made of: enough to know whether it still stands for the database beside it.
package struct SnapshotOrigin: Hashable, Sendable {
    /// When the database was made: it tells one database from another.
    package let database: Int64
    /// The number of the last change the catalogue surely holds.
    package let change: Int
    /// What that change was: a database that was put back from a copy counts its changes anew.
    package let changeMark: String
    /// The releases of labour-market data in use, with the time each was loaded.
    package let releases: String

    static let largestDocument = 4_096
    private static let format = "tremplin-catalogue 1"

    package init(database: Int64, change: Int, changeMark: String, releases: String) {
        self.database = database
        self.change = change
        self.changeMark = changeMark
        self.releases = releases
    }

    /// Lines of text, the last one blank.
    package var document: String {
        "\(Self.format)\ndatabase \(database)\nchange \(change) \(changeMark)\nreleases \(releases)\n\n"
    }

    package init?(document: String) {
        let lines = document.split(separator: "\n", omittingEmptySubsequences: false).map { $0.split(separator: " ", maxSplits: 2) }
        guard lines.count >= 4, document.hasPrefix(Self.format + "\n"), lines[1].count == 2, lines[1][0] == "database",
            let database = Int64(lines[1][1]), lines[2].count == 3, lines[2][0] == "change", let change = Int(lines[2][1]),
            lines[3].first == "releases"
        else { return nil }
        self.init(
            database: database, change: change, changeMark: String(lines[2][2]),
            releases: lines[3].dropFirst().joined(separator: " "))
    }
}

/// Looks in the database for what a snapshot of it would say of itself.
package struct FindSnapshotOrigin: Sendable {
    private let database: any SQLDatabase

    package init(database: any SQLDatabase) { self.database = database }

    /// - Parameter change: up to which the catalogue is.
    package func callAsFunction(change: Int) async throws -> SnapshotOrigin {
        try await database.read { connection in
            let made = try connection.first("SELECT applied_at FROM schema_migration WHERE number = 1")?.integer("applied_at") ?? 0
            let mark = try connection.first("SELECT subject, at FROM change WHERE number = ?", [.integer(change)]).map { row in
                let (at, subject) = (try row.integer("at"), try row.text("subject"))
                return "\(at)/\(subject)"
            }
            let releases = try connection.query(
                "SELECT kind, version, loaded_at FROM labour_market_release WHERE is_current = 1 ORDER BY kind")
            let names = try releases.map { row in
                let (kind, version, loaded) = (try row.text("kind"), try row.text("version"), try row.integer("loaded_at"))
                return "\(kind)=\(version)@\(loaded)"
            }
            return SnapshotOrigin(
                database: Int64(made), change: change, changeMark: (mark ?? "none").singleLine,
                releases: names.joined(separator: ";").singleLine)
        }
    }
}

extension String {
    fileprivate var singleLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
