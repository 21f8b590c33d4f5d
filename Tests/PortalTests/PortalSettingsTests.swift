import Domain
import Portal
import Testing

struct PortalSettingsTests {
    private let settings = PortalSettings(name: LocalizedText(en: "Portal"), baseURL: "https://portal.example//")

    @Test func `the portal's address has no slash at its end`() {
        #expect(settings.baseURL == "https://portal.example")
    }

    /// 2026-07-01T03:59:59Z is 23:59:59 the day before in Toronto, in summer.
    @Test(
        arguments: [
            (1_782_878_399_000, "2026-06-30"), (1_782_878_400_000, "2026-07-01"),
            (1_798_779_599_000, "2026-12-31"), (1_798_779_600_000, "2027-01-01"),
        ] as [(Int64, String)])
    func `the day begins at midnight in Toronto, summer and winter`(milliseconds: Int64, day: String) {
        #expect(settings.day(at: Timestamp(milliseconds: milliseconds)).description == day)
    }
}
