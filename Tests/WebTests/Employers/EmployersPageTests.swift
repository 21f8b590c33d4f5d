import Testing
import Web

@Suite struct EmployersPageTests {
    @Test func `the number on an industry's door is what stands behind it`() async throws {
        let page = try await PortalClient.sample.get("/en/employers").markup()
        let doors = page.withClass("door")
        #expect(doors.count == 6)
        for door in doors {
            let count = try #require(door.text.firstMatch(of: /(\d+) programs?/)).output.1
            let behind = try await PortalClient.sample.get(try #require(door["href"])).markup()
            #expect(behind.withID("programs")?.text.hasPrefix(count + " program") == true, "\(door.text)")
        }
    }

    @Test func `an employer is led to the list in an employer's words`() async throws {
        let doors = try await PortalClient.sample.markup("/fr/employeurs").withClass("door").compactMap { $0["href"] }
        #expect(doors.count == 6 && doors.allSatisfy { $0.hasPrefix("/fr/listes/") && $0.hasSuffix("?for=employers") })
    }
}
