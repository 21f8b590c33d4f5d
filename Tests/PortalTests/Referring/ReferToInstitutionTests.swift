import Domain
import Portal
import Storage
import Testing

struct ReferToInstitutionTests {
    @Test func `a learner is sent to the address stored with the program, and counted`() async throws {
        let portal = try await SmallPortal()
        try await portal.save(.small("a", url: "https://cedar.example/register?p=a"))
        let services = try await portal.services()
        #expect(services.referToInstitution("a", language: .en, visitor: .anne) == "https://cedar.example/register?p=a")
        try await services.measure.flush()
        #expect(try await portal.counts(of: .clickThrough).map(\.subject) == ["a"])
    }

    @Test func `nobody is sent anywhere for a program that is not published`() async throws {
        let portal = try await SmallPortal()
        try await portal.save(.small("draft", state: .draft))
        let services = try await portal.services()
        #expect(services.referToInstitution("draft", language: .en, visitor: .anne) == nil)
        #expect(services.referToInstitution("https://evil.example", language: .en, visitor: .anne) == nil)
        try await services.measure.flush()
        #expect(try await portal.counts(of: .clickThrough) == [])
    }

    @Test(arguments: ["javascript:alert(1)", "//evil.example", "https://cedar.example/\r\nSet-Cookie: a=b", "", "data:text/html,x"])
    func `only addresses of the web are followed`(url: String) async throws {
        let portal = try await SmallPortal()
        try await portal.save(.small("a", url: url))
        #expect(try await portal.services().referToInstitution("a", language: .en, visitor: .anne) == nil)
    }

    @Test func `the institution and an endorser are reached by their place in the program's record`() async throws {
        let portal = try await SmallPortal()
        var program = Program.small("a")
        program.endorsements = [Endorsement(name: "Guild", url: "https://guild.example"), Endorsement(name: "No site")]
        try await portal.save(program)
        let refer = try await portal.services().referToInstitution
        #expect(refer("a", to: .institution, language: .en, visitor: .anne) == "https://cedar.example")
        #expect(refer("a", to: .endorsement(0), language: .en, visitor: .anne) == "https://guild.example")
        #expect(refer("a", to: .endorsement(1), language: .en, visitor: .anne) == nil)
        #expect(refer("a", to: .endorsement(7), language: .en, visitor: .anne) == nil)
    }
}
