import Testing
import Tremplin

struct DatabaseAddressTests {
    @Test(arguments: [
        ("var/a.sqlite", "var/a.sqlite"), ("sqlite:var/a.sqlite", "var/a.sqlite"), ("sqlite:///var/a.sqlite", "/var/a.sqlite"),
        ("/var/a:b.sqlite", "/var/a:b.sqlite"),
    ])
    func `an SQLite file is named by its path or its address`(text: String, path: String) throws {
        #expect(try DatabaseAddress(text).path == path)
    }

    @Test(arguments: ["postgres://db.example/portal", "sqlite:", "sqlite://host/file", "mysql:x"])
    func `what is no SQLite file is refused`(text: String) {
        let failure = #expect(throws: CommandFailure.self) { try DatabaseAddress(text) }
        #expect(failure?.code == .configuration)
    }
}
