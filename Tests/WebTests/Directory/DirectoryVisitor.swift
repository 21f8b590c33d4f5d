import Domain
import Portal
import Storage
import StorageSQLite
import Testing
import Web

/// An employer on their way through the directory's pages.
struct DirectoryVisitor {
    let portal: ConsolePortal
    static let address = "ana@works.example"

    static let form: [(String, String)] = [
        ("organisation", "Northern Works"), ("contact", "Ana Roy"), ("language", "fr"), ("interests", "train-staff"),
        ("interests", "hire-graduates"), ("industries", "62"), ("note", "Robots, nights & weekends"),
        ("consent", JoinDirectory.consentVersion),
    ]

    func join(_ more: [(String, String)] = [("email", address)], without: Set<String> = []) async throws -> Answer {
        try await portal.client.post("/en/employers/directory", Self.form.filter { !without.contains($0.0) } + more)
    }

    /// - Returns: the path of the private page.
    func listed(_ email: String = address) async throws -> String {
        #expect(try await join([("email", email)]).status == 200)
        let link = try #require(try await portal.mailedPath(to: email))
        let location = try #require(try await portal.client.post(link).header("Location"))
        return String(location.prefix { $0 != "?" })
    }

    /// Everything that was mailed to somebody, the oldest first.
    func mails(to address: String = address) async throws -> [SQLRow] {
        try await portal.database.read { try $0.query("SELECT * FROM outbox WHERE recipient = ? ORDER BY rowid", [.text(address)]) }
    }

    /// The place in the portal that one POST to ends the last message.
    func unsubscribe() async throws -> String {
        let link = try #require(try await mails().last?.optionalText("unsubscribe"))
        return String(link.dropFirst(PortalServices.sampleBaseURL.count))
    }

    func entry() async throws -> String {
        let row = try await portal.database.read { try $0.first("SELECT id FROM directory_entry WHERE confirmed_at IS NOT NULL") }
        return try #require(row).text("id")
    }

    /// In the order of their letters: the clock of tests may stand still.
    func consents(_ address: String = address) async throws -> [String] {
        let email = try #require(EmailAddress(address))
        return try await #require(portal.services.directory).oversee.consents(of: email).map {
            "\($0.purpose.rawValue) \($0.act.rawValue) \($0.way.rawValue)"
        }.sorted()
    }

    static let board = "/en/console/institutions/northern-lakes/employers"
    static let outreach = "/en/console/institutions/northern-lakes/outreach"

    /// The fields of a message to somebody.
    static func message(_ entries: String..., act: String) -> [(String, String)] {
        entries.map { ("entry", $0) } + [
            ("subject", "Welding in May"), ("text", "We plan\na course."), ("postal", "1 Main Street\nHearst"), ("act", act),
        ]
    }
}
