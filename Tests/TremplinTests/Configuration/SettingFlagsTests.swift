import Testing
import Tremplin

struct SettingFlagsTests {
    @Test func `a setting's flag is taken out of the command line wherever it stands`() throws {
        let flags = try SettingFlags(["--http-port", "8081", "serve", "--database=var/a.sqlite", "--demo"])
        #expect(flags.remaining == ["serve", "--demo"])
        #expect(flags.values == ["http.port": "8081", "database.url": "var/a.sqlite"])
    }

    @Test func `the short flags mean the same settings`() throws {
        let flags = try SettingFlags(["serve", "--host", "0.0.0.0", "--port=9000"])
        #expect(flags.values == ["http.host": "0.0.0.0", "http.port": "9000"])
    }

    @Test func `a yes-or-no setting needs no value`() throws {
        #expect(try SettingFlags(["--http-trusted-proxy", "serve"]).values == ["http.trusted-proxy": "true"])
        #expect(try SettingFlags(["--http-trusted-proxy", "false", "serve"]).values == ["http.trusted-proxy": "false"])
    }

    @Test func `a misspelt flag is left for the argument parser to report`() throws {
        #expect(try SettingFlags(["serve", "--htpp-port", "1"]).remaining == ["serve", "--htpp-port", "1"])
    }

    @Test func `what follows two dashes is text`() throws {
        let flags = try SettingFlags(["match", "--", "--http-port", "1"])
        #expect(flags.remaining == ["match", "--", "--http-port", "1"])
        #expect(flags.values.isEmpty)
    }

    @Test func `a flag without its value is refused`() {
        #expect(throws: SettingError.self) { try SettingFlags(["serve", "--http-port"]) }
    }
}
