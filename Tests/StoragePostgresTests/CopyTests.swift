import Domain
import Foundation
import Storage
import StorageContract
import StorageSQLite
import Testing

@testable import StoragePostgres

@Suite(.enabled(if: TestServer.isThere, "TREMPLIN_TEST_POSTGRES names no server; script/test starts one"))
struct CopyTests {
    @Test func `everything goes up to a server and comes back the same`() async throws {
        try await withFiles { first, last in
            try await TestServer.withDatabase { server in
                try await first.fill()
                let up = try await CopyDatabase(from: first, to: server, locksSource: true)(at: .sample)
                let down = try await CopyDatabase(from: server, to: last)(at: .sample)
                #expect(up == down)
                #expect(up.rows > 3_000)
                let (original, copy) = (try await CopyDatabase.digests(of: first), try await CopyDatabase.digests(of: last))
                #expect(original.map(\.digest) == copy.map(\.digest))
                #expect(try await ProgramStore(server).all() == ProgramStore(first).all())
                #expect(try await ProgramStore(last).all() == ProgramStore(first).all())
                // And it goes on from there: the next change has the next number.
                let next = try await ProgramStore(server).save([.sample("new", reference: "NEW")], at: .sample)
                #expect(next == up.lastChange + 1)
            }
        }
    }

    @Test func `a target with something in it is left alone`() async throws {
        try await withFiles { first, _ in
            try await TestServer.withDatabase { server in
                try await first.fill()
                try await Migrator().migrate(server, at: .sample)
                try await InstitutionStore(server).save([.sample()], at: .sample)
                await #expect(throws: CopyDatabase.Problem.self) { try await CopyDatabase(from: first, to: server)(at: .sample) }
                #expect(try await InstitutionStore(server).count() == 1)
                #expect(try await ProgramStore(server).count() == 0)
            }
        }
    }

    @Test func `a copy that fails half-way leaves nothing behind`() async throws {
        try await withFiles { first, _ in
            try await TestServer.withDatabase { server in
                try await first.fill()
                try await Migrator().migrate(server, at: .sample)
                // The server refuses one of the last tables' rows.
                try await server.write { try $0.execute("ALTER TABLE quiz ADD CONSTRAINT no_such CHECK (code_hash <> 'b')") }
                try await QuizStore(first).save("sealed", under: "b", until: .sample)
                await #expect(throws: (any Error).self) { try await CopyDatabase(from: first, to: server)(at: .sample) }
                #expect(try await InstitutionStore(server).count() == 0)
                #expect(try await ChangeLog(server).latestNumber() == 0)
            }
        }
    }
}

extension SQLiteDatabase {
    fileprivate func fill() async throws {
        try await Migrator().migrate(self, at: .sample)
        try await InstitutionStore(self).save([.sample()], at: .sample)
        try await ProgramStore(self).save((0..<1_200).map { .sample(Program.ID("p\($0)"), reference: "R\($0)") }, at: .sample)
        try await QuizStore(self).save("sealed", under: "a", until: .sample)
    }
}

private func withFiles(_ body: (SQLiteDatabase, SQLiteDatabase) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tremplin-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try SQLiteDatabase(path: folder.appending(path: "first.sqlite").path)
    let last = try SQLiteDatabase(path: folder.appending(path: "last.sqlite").path)
    try await body(first, last)
    try await first.close()
    try await last.close()
}
