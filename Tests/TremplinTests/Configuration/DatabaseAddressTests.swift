import Testing
import Tremplin

struct DatabaseAddressTests {
    @Test(arguments: [
        ("var/a.sqlite", "var/a.sqlite"), ("sqlite:var/a.sqlite", "var/a.sqlite"), ("sqlite:///var/a.sqlite", "/var/a.sqlite"),
        ("/var/a:b.sqlite", "/var/a:b.sqlite"),
    ])
    func `an SQLite file is named by its path or its address`(text: String, path: String) throws {
        #expect(try DatabaseAddress(text) == .sqlite(path: path))
    }

    @Test(arguments: ["postgres://db.example/portal", "postgresql://u:secret@db.example:5433/portal?sslmode=require"])
    func `a database on a server is named by its address, shown without its password`(text: String) throws {
        #expect(try DatabaseAddress(text) == .postgres(text))
        #expect(!"\(try DatabaseAddress(text))".contains("secret"))
    }

    @Test(arguments: ["postgresql:portal", "sqlite:", "sqlite://host/file", "mysql:x"])
    func `what is neither is refused`(text: String) {
        let failure = #expect(throws: CommandFailure.self) { try DatabaseAddress(text) }
        #expect(failure?.code == .configuration)
    }
}
