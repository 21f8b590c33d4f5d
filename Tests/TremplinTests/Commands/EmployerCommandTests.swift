import Domain
import Foundation
import Storage
import StorageSQLite
import Testing

/// What is kept of an employer, handed over and erased on the machine.
struct EmployerCommandTests {
    private func ready() async throws -> Terminal {
        let terminal = try Terminal()
        await terminal.run("migrate")
        let database = try SQLiteDatabase(path: terminal.path("portal.sqlite"))
        let now = Timestamp(milliseconds: 1_795_453_200_000)
        let entry = DirectoryEntry(
            id: "e1", language: .en, organisation: "Northern Works", contact: "Ana", email: try #require(EmailAddress("ana@works.example")),
            interests: [.trainStaff], industries: ["62"], consent: "2026-11", createdAt: now, confirmedAt: now,
            expiresAt: Timestamp(milliseconds: now.milliseconds + 86_400_000))
        try await database.write { try $0.insert(entry, under: "own") }
        try await database.close()
        return terminal
    }

    @Test func `an export is one JSON object, and holds what is kept`() async throws {
        let terminal = try await ready()
        let answer = await terminal.run("employer", "export", "--address", "Ana@Works.example")
        #expect(answer.code == 0)
        let file = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
        #expect(file?["address"] as? String == "ana@works.example")
        #expect((file?["directoryEntry"] as? [String: Any])?["organisation"] as? String == "Northern Works")
    }

    @Test func `after erasing nothing is kept and nobody is found in the ledger`() async throws {
        let terminal = try await ready()
        #expect(await terminal.run("employer", "erase", "--address", "ana@works.example").code == 0)
        #expect(!(await terminal.run("employer", "export", "--address", "ana@works.example").output.contains("Northern Works")))
        #expect(await terminal.run("employer", "consents", "--address", "ana@works.example").output == "")
        let database = try SQLiteDatabase(path: terminal.path("portal.sqlite"))
        let lines = try await database.read { try $0.query("SELECT act, way FROM consent_record") }
        try await database.close()
        #expect(try lines.map { "\(try $0.text("act")) \(try $0.text("way"))" } == ["withdrawn operator"])
    }

    @Test(arguments: ["export", "erase", "consents"]) func `what is no address is refused`(act: String) async throws {
        #expect(await (try ready()).run("employer", act, "--address", "nobody").code == 64)
    }
}
