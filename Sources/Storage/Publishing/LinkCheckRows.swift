package import Domain

extension SQLConnection {
    package func save(_ check: LinkCheck) throws {
        try execute(
            .upsert(into: "link_check", key: ["url"], linkColumns),
            [.text(check.url), .time(check.at), .word(check.outcome), .integer(check.status), .integer(check.failures)])
    }

    package func linkCheck(_ url: String) throws -> LinkCheck? {
        try first("SELECT " + .list(linkColumns) + " FROM link_check WHERE url = ?", [.text(url)]).map { try LinkCheck($0) }
    }

    /// What was found at the addresses of an institution's published programs, where it was not fine.
    package func troubledLinks(of institution: Institution.ID) throws -> [(program: Program.ID, check: LinkCheck)] {
        try query(
            """
            SELECT id, link_check.url AS url, checked_at, outcome, status, failures FROM program JOIN link_check ON link_check.url = program.url
            WHERE institution = ? AND state = 'published' AND outcome <> 'fine' ORDER BY checked_at DESC, id
            """, [.text(institution.rawValue)]
        ).map { (Program.ID(try $0.text("id")), try LinkCheck($0)) }
    }

    /// Addresses of published programs that nobody has looked at since a time, those never looked at first.
    /// - Parameter troubledBefore: the time for those that were not fine at the last look.
    package func linksDue(before time: Timestamp, troubledBefore: Timestamp, most: Int) throws -> [String] {
        try query(
            """
            SELECT DISTINCT program.url AS url, COALESCE(checked_at, 0) AS looked FROM program
            LEFT JOIN link_check ON link_check.url = program.url
            WHERE state = 'published' AND program.url <> ''
                AND (checked_at IS NULL OR checked_at < ? OR (outcome IN ('gone', 'unreachable') AND checked_at < ?))
            ORDER BY looked, url LIMIT ?
            """, [.time(time), .time(troubledBefore), .integer(most)]
        ).map { try $0.text("url") }
    }

    /// Forgets addresses that no program has any more.
    @discardableResult
    package func forgetUnusedLinks() throws -> Int {
        try execute("DELETE FROM link_check WHERE url NOT IN (SELECT url FROM program)")
    }
}

private let linkColumns: [SQL] = ["url", "checked_at", "outcome", "status", "failures"]

extension LinkCheck {
    fileprivate init(_ row: SQLRow) throws {
        self.init(
            url: try row.text("url"), at: try row.time("checked_at"), outcome: try row.word("outcome"), status: try row.integer("status"),
            failures: try row.integer("failures"))
    }
}
