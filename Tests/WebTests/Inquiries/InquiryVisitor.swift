import Domain
import Storage
import StorageSQLite
import Testing
import Web

/// An employer without an account, at the sample portal.
struct InquiryVisitor {
    let portal: ConsolePortal
    var language = Language.en
    static let email = "ana@plant.example"

    var links: Links { Links(language) }

    static let fields = [
        ("purpose", "train-staff"), ("head-count", "12"), ("place", "Timmins"), ("timing", "March"),
        ("message", "We need <b>twelve</b>\r\naides."),
        ("name", "Ana Roy"), ("organisation", "Plant & Sons"), ("email", email), ("language", "en"), ("website", ""), ("act", "check"),
    ]

    /// A draft's address, without what comes after the token.
    func begin(_ ids: [Program.ID] = ["dementia", "soudage"]) async throws -> String {
        let answer = try await portal.client.post(links.path(.inquiry), [("ids", ProgramCodes(ids).text)])
        #expect(answer.status == 303)
        let location = try #require(answer.header("Location"))
        return String(try #require(location.split(separator: "/").dropLast().last))
    }

    /// Sent off, and confirmed by the mailbox. Returns the token of the status page.
    func send(_ ids: [Program.ID] = ["dementia", "soudage"]) async throws -> String {
        let token = try await begin(ids)
        #expect(try await portal.client.post(links.path(.inquiryDraft, id: token), Self.fields).status == 303)
        #expect(try await portal.client.post(links.path(.inquiryCheck, id: token), [("consent", "2026-11")]).status == 303)
        let path = try #require(try await portal.mailedPath(to: Self.email))
        let answer = try await portal.client.post(path)
        #expect(answer.status == 303)
        return String(try #require(answer.header("Location")?.prefix { $0 != "?" }.split(separator: "/").last))
    }

    /// Of the delivery at the institution of the tests.
    func delivery() async throws -> String {
        try await portal.database.read { connection in
            try #require(
                try connection.first(
                    "SELECT id FROM inquiry_delivery WHERE institution = ? ORDER BY id DESC", [.text(ConsolePortal.institution.rawValue)])
            ).text("id")
        }
    }
}
