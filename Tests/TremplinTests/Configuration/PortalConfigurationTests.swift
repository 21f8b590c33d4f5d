import Foundation
import Testing
import Tremplin

struct PortalConfigurationTests {
    private func configuration(
        _ arguments: [String] = [], _ environment: [String: String] = [:], settings: [Setting] = Setting.all
    ) async throws -> PortalConfiguration {
        try await PortalConfiguration(flags: try SettingFlags(arguments, settings: settings), environment: environment, settings: settings)
    }

    @Test func `every setting has a standard value that can be used`() async throws {
        let configuration = try await configuration()
        for setting in Setting.all {
            #expect(configuration.text(setting) == setting.standard)
            #expect(configuration.origin(setting) == .standard)
        }
    }

    @Test func `flags come before the environment, the environment before the file, the file before the standard`() async throws {
        let terminal = try Terminal()
        let file = try terminal.file(
            "settings.json",
            """
            {"http": {"port": 1, "host": "file.example", "idle-timeout": 9}, "portal": {"name": {"en": "From a file", "fr": "D’un fichier"}}}
            """)
        let configuration = try await configuration(
            ["--http-port", "3", "--config", file], ["TREMPLIN_HTTP_PORT": "2", "TREMPLIN_HTTP_HOST": "environment.example"])
        #expect(configuration.integer(.httpPort) == 3)
        #expect(configuration.origin(.httpPort) == .flag)
        #expect(configuration.text(.httpHost) == "environment.example")
        #expect(configuration.origin(.httpHost) == .environment)
        #expect(configuration.integer(.httpIdleTimeout) == 9)
        #expect(configuration.origin(.httpIdleTimeout) == .file)
        #expect(configuration.text(.portalNameFrench) == "D’un fichier")
        #expect(configuration.origin(.logLevel) == .standard)
    }

    @Test func `the file may be named by the environment`() async throws {
        let terminal = try Terminal()
        let file = try terminal.file("settings.json", #"{"http": {"trusted-proxy": true}}"#)
        #expect(try await configuration([], ["TREMPLIN_CONFIG": file]).flag(.httpTrustsProxy))
    }

    @Test func `every variable is read`() async throws {
        for setting in Setting.all {
            let value =
                switch setting.kind {
                case .text: "text, with a comma"
                case .integer(let range): String(range.lowerBound + 1)
                case .flag: "true"
                case .choice(let values): values[0]
                }
            let configuration = try await configuration([], [setting.variable: value])
            #expect(configuration.text(setting) == value)
            #expect(configuration.origin(setting) == .environment)
            let flagged = try await self.configuration(["\(setting.flag)=\(value)"])
            #expect(flagged.text(setting) == value)
        }
    }

    @Test(arguments: [
        ["--http-port", "abc"], ["--http-port", "70000"], ["--http-trusted-proxy=perhaps"], ["--log-level", "loud"], ["--http-host", " "],
        ["--http-idle-timeout", "0"],
    ])
    func `a value that cannot be used is refused by name`(arguments: [String]) async throws {
        let error = await #expect(throws: SettingError.self) { try await configuration(arguments) }
        let flag = arguments[0].split(separator: "=")[0]
        #expect(error?.description.contains(flag) == true)
    }

    @Test(arguments: [
        (#"{"http": {"prot": 1}}"#, "http.prot"), ("[1]", "JSON object"), ("not json", "JSON object"),
        (#"{"http": {"port": "x"}}"#, "http.port"),
    ])
    func `a mistake in the file is refused by name`(document: String, named: String) async throws {
        let terminal = try Terminal()
        let file = try terminal.file("settings.json", document)
        let error = await #expect(throws: SettingError.self) { try await configuration(["--config", file]) }
        #expect(error?.description.contains(named) == true)
    }

    @Test func `a file that is not there is refused`() async throws {
        await #expect(throws: SettingError.self) { try await configuration(["--config", "/nowhere/settings.json"]) }
    }

    @Test func `secrets are not printed`() async throws {
        let key = Setting("mail.password", .text, standard: "", privacy: .secret, "A password.")
        let secret = try await configuration([], ["TREMPLIN_MAIL_PASSWORD": "open sesame"], settings: [key])
        #expect(secret.text(key) == "open sesame")
        #expect(secret.printable(key) == "<redacted>")
        let database = try await configuration(["--database", "postgres://portal:p@ss:word@db.example/portal?sslmode=require"])
        #expect(database.printable(.database) == "postgres://portal:<redacted>@db.example/portal?sslmode=require")
        #expect(try await configuration().printable(.database) == "tremplin.sqlite")
    }

    @Test func `variables that mean nothing are found`() {
        let environment = ["TREMPLIN_HTTP_PROT": "1", "TREMPLIN_HTTP_PORT": "1", "TREMPLIN_SHARED": "x", "PATH": "/bin"]
        #expect(PortalConfiguration.unknownVariables(in: environment) == ["TREMPLIN_HTTP_PROT"])
    }
}
