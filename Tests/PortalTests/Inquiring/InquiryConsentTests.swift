import Domain
import Portal
import Storage
import StorageSQLite
import Testing

/// What an inquiry's sender agreed to stands in the ledger, with its wording, in the transaction that sends it.
@Suite struct InquiryConsentTests {
    private func lines(_ portal: InquiryPortal) async throws -> [String] {
        try await portal.small.database.read { connection in
            try connection.query("SELECT purpose, act, way, wording, language FROM consent_record ORDER BY act").map { row in
                try [
                    row.text("purpose"), row.text("act"), row.text("way"), row.optionalText("wording") ?? "-",
                    row.optionalText("language") ?? "-",
                ].joined(separator: " ")
            }
        }
    }

    @Test func `nothing is written before the mailbox says yes, and one line then`() async throws {
        let portal = try await InquiryPortal()
        let draft = try await portal.draft()
        try await portal.services.write.send(draft, from: InquiryPortal.origin)
        #expect(try await lines(portal) == [])
        _ = try await portal.services.confirm(try await portal.link(to: "ana@plant.example"))
        #expect(try await lines(portal) == ["inquiry given link \(WriteInquiry.consentVersion) en"])
    }

    @Test func `erasing an inquiry takes the consent back`() async throws {
        let portal = try await InquiryPortal()
        let status = try await portal.sent()
        try await portal.services.follow.erase(status)
        #expect(try await lines(portal).last == "inquiry withdrawn page - -")
        #expect(try await lines(portal).count == 2)
    }
}
