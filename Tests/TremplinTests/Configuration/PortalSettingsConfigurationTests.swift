import Domain
import Portal
import Testing
import Tremplin

struct PortalSettingsConfigurationTests {
    private func settings(_ arguments: String...) async throws -> PortalSettings {
        try PortalSettings(try await PortalConfiguration(flags: try SettingFlags(arguments), environment: [:]))
    }

    @Test func `the portal is known by the address it listens on until it is given another`() async throws {
        #expect(try await settings().baseURL == "http://127.0.0.1:8080")
        #expect(try await settings("--port", "8081").baseURL == "http://127.0.0.1:8081")
        #expect(try await settings("--port", "8081", "--portal-base-url", "https://portal.example/").baseURL == "https://portal.example")
    }

    @Test func `the portal's name may differ by language`() async throws {
        let name = try await settings("--portal-name-fr", "Formations courtes").name
        #expect(name.en == "Tremplin")
        #expect(name.fr == "Formations courtes")
    }

    @Test(arguments: [
        ["--portal-time-zone", "Toronto"], ["--portal-base-url", "portal.example"], ["--portal-base-url", "ftp://portal.example"],
    ])
    func `a zone or an address that does not exist is refused`(arguments: [String]) async throws {
        let configuration = try await PortalConfiguration(flags: try SettingFlags(arguments), environment: [:])
        #expect(throws: SettingError.self) { try PortalSettings(configuration) }
    }
}
