import Domain
import Foundation
import Storage
import StorageSQLite
import Testing

/// People brought in from the command line, and the log of what was done.
struct UserCommandTests {
    private func ready() async throws -> Terminal {
        let terminal = try Terminal()
        await terminal.run("migrate")
        let institutions = try terminal.file(
            "institutions.csv",
            "id,name_en,name_fr,kind,url,city,postal_code\ncedar-college,Cedar College,,college,https://cedar.example,Sudbury,\n")
        await terminal.run("import", "institutions", institutions)
        return terminal
    }

    @Test func `the first operator gets a link, and no password is read`() async throws {
        let terminal = try await ready()
        let answer = await terminal.run(
            "user", "create", "--operator", "--email", "Olive@Portal.example", "--name", "Olive Op", "--language", "fr",
            "--portal-base-url", "https://portal.example")
        #expect(answer.code == 0)
        #expect(answer.output.wholeMatch(of: /https:\/\/portal\.example\/fr\/compte\/invitation\/[A-Za-z0-9_-]{43}\n/) != nil, "\(answer)")
        let list = await terminal.run("user", "list")
        #expect(list.output.contains("olive@portal.example") && list.output.contains("invited") && list.output.contains("operator"))
        #expect(
            await terminal.run("user", "create", "--operator", "--email", "x@y.example", "--name", "X", "--password", "secret").code == 64)
        let again = await terminal.run("user", "create", "--operator", "--email", "olive@portal.example", "--name", "Olive Op")
        #expect(again.code == 0 && again.output != answer.output)
    }

    @Test func `the link is in the post as well, in the language of the reader`() async throws {
        let terminal = try await ready()
        let answer = await terminal.run(
            "user", "create", "--institution", "cedar-college", "--role", "manager", "--email", "max@cedar.example", "--name", "Max",
            "--language", "fr")
        #expect(answer.code == 0)
        let database = try SQLiteDatabase(path: terminal.path("portal.sqlite"))
        let mail = try await database.read { try $0.first("SELECT recipient, subject, text_body FROM outbox") }
        try await database.close()
        #expect(try mail?.text("recipient") == "max@cedar.example")
        #expect(try mail?.text("subject").contains("Cedar College") == true)
        #expect(try mail?.text("text_body").contains(answer.output.trimmingCharacters(in: .newlines)) == true)
    }

    @Test(arguments: [
        ["--email", "a@b.example", "--name", "A"], ["--operator", "--counsellor", "--email", "a@b.example", "--name", "A"],
        ["--operator", "--role", "viewer", "--email", "a@b.example", "--name", "A"],
        ["--institution", "cedar-college", "--email", "a@b.example", "--name", "A"],
        ["--institution", "cedar-college", "--role", "operator", "--email", "a@b.example", "--name", "A"],
        ["--operator", "--email", "nobody", "--name", "A"],
        ["--operator", "--email", "a@b.example", "--name", " "],
    ])
    func `what makes no sense is refused`(arguments: [String]) async throws {
        let terminal = try await ready()
        let answer = await terminal.run(["user", "create"] + arguments)
        #expect(answer.code == 64, "\(answer)")
        #expect(await terminal.run("audit", "verify").output == "0:\n")
    }

    @Test func `nobody is brought in at an institution that is not there`() async throws {
        let terminal = try await ready()
        let answer = await terminal.run(
            "user", "create", "--institution", "nowhere", "--role", "viewer", "--email", "a@b.example", "--name", "A")
        #expect(answer.code != 0)
        #expect(await !terminal.run("user", "list").output.contains("a@b.example"))
    }

    @Test func `the key is made beside the database for nobody else to read, and used again`() async throws {
        let terminal = try await ready()
        await terminal.run("user", "create", "--operator", "--email", "a@b.example", "--name", "A")
        let path = terminal.path("portal.sqlite.key")
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let key = try terminal.contents("portal.sqlite.key")
        await terminal.run("user", "list")
        #expect(try terminal.contents("portal.sqlite.key") == key)
        try terminal.file("portal.sqlite.key", "not a key")
        #expect(await terminal.run("user", "list").code == 78)
        #expect(await terminal.run("user", "list", environment: ["TREMPLIN_SECRETS_KEY": String(repeating: "ab", count: 32)]).code == 0)
        #expect(await terminal.run("user", "list", "--secrets-key", "short").code == 78)
        let file = try terminal.file("other.key", String(repeating: "cd", count: 32) + "\n")
        #expect(await terminal.run("user", "list", "--secrets-key", "file:" + file).code == 0)
        #expect(await !terminal.run("doctor", "--secrets-key", String(repeating: "ab", count: 32)).output.contains("abab"))
    }

    @Test func `on a PostgreSQL server the key must be given`() async throws {
        let terminal = try Terminal()
        let answer = await terminal.run("user", "list", "--database", "postgresql://nobody@127.0.0.1:1/none")
        #expect(answer.code != 0)
    }

    @Test func `a lost second factor is taken away only from somebody who is there`() async throws {
        let terminal = try await ready()
        await terminal.run("user", "create", "--operator", "--email", "a@b.example", "--name", "A")
        #expect(await terminal.run("user", "reset-second-factor", "--email", "nobody@b.example").code == 65)
        #expect(await terminal.run("user", "reset-second-factor", "--email", "a@b.example").code == 0)
        #expect(await terminal.run("user", "erase", "--email", "nobody@b.example").code == 65)
    }

    @Test func `the log is verified, and what was tampered with is found`() async throws {
        let terminal = try await ready()
        for name in ["a", "b", "c"] { await terminal.run("user", "create", "--counsellor", "--email", "\(name)@b.example", "--name", name) }
        let whole = await terminal.run("audit", "verify")
        #expect(whole.code == 0 && whole.output.hasPrefix("3:"))
        let head = whole.output.trimmingCharacters(in: .newlines)
        await terminal.run("user", "create", "--counsellor", "--email", "d@b.example", "--name", "d")
        #expect(await terminal.run("audit", "verify", "--head", head).code == 0)
        #expect(await terminal.run("audit", "verify", "--head", "3:" + String(repeating: "0", count: 64)).code == 65)
        #expect(await terminal.run("audit", "verify", "--head", "9:x").code == 65)
        #expect(await terminal.run("audit", "verify", "--head", "nonsense").code == 64)
        #expect(await terminal.run("doctor").output.contains("ok      log: 4 entries"))
        let database = try SQLiteDatabase(path: terminal.path("portal.sqlite"))
        try await database.write { try $0.execute("UPDATE audit_entry SET new_value = 'operator' WHERE number = 2") }
        try await database.close()
        let broken = await terminal.run("audit", "verify")
        #expect(broken.code == 65 && broken.notices.contains("Entry 2"))
        #expect(await terminal.run("doctor").output.contains("PROBLEM log: entry 2"))
    }
}
