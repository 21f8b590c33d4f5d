package import Domain

/// The sites that may show an institution's programs in a frame.
package struct EmbedHostStore: Sendable {
    private let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    package func hosts(of institution: Institution.ID) async throws -> [EmbedHost] {
        try await database.read { try $0.embedHosts(of: institution) }
    }
}

extension SQLConnection {
    package func embedHosts(of institution: Institution.ID) throws -> [EmbedHost] {
        try query("SELECT host FROM embed_host WHERE institution = ? ORDER BY host", [.text(institution.rawValue)])
            .compactMap { EmbedHost(try $0.text("host")) }
    }

    /// - Returns: false when it is there already.
    package func add(_ host: EmbedHost, for institution: Institution.ID, at now: Timestamp) throws -> Bool {
        try execute(
            "INSERT INTO embed_host (institution, host, added_at) VALUES (?, ?, ?) ON CONFLICT (institution, host) DO NOTHING",
            [.text(institution.rawValue), .text(host.text), .time(now)]) == 1
    }

    /// - Returns: false when it is not there.
    package func remove(_ host: EmbedHost, of institution: Institution.ID) throws -> Bool {
        try execute("DELETE FROM embed_host WHERE institution = ? AND host = ?", [.text(institution.rawValue), .text(host.text)]) == 1
    }
}
