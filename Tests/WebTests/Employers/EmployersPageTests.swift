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
            #expect(behind.withID("result-count")?.text.hasPrefix(count + " program") == true, "\(door.text)")
        }
    }
}
