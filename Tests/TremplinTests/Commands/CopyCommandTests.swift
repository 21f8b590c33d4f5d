import Foundation
import Testing
import Tremplin

struct CopyCommandTests {
    @Test func `a backup put back is the same to the last row, and nothing is written over`() async throws {
        let terminal = try Terminal()
        _ = await terminal.run("migrate")
        _ = await terminal.run("demo", "load")
        let backup = await terminal.run("backup", terminal.path("copy.sqlite"))
        #expect(backup.code == 0, "\(backup.notices)")
        let files = try FileManager.default.contentsOfDirectory(atPath: terminal.path("")).filter { $0.hasPrefix("copy") }
        #expect(files == ["copy.sqlite"])
        let restored = await terminal.run("restore", terminal.path("copy.sqlite"), "--database", terminal.path("other.sqlite"))
        #expect(restored.code == 0, "\(restored.notices)")
        #expect(restored.output == backup.output)
        #expect(backup.output.contains("program\t347\t"))
        let again = await terminal.run("backup", terminal.path("copy.sqlite"))
        #expect(again.code == 65)
        let onTop = await terminal.run("restore", terminal.path("copy.sqlite"))
        #expect(onTop.code == 65)
        #expect(onTop.notices.contains("There is a file at"))
    }

    @Test func `a file that is no backup is refused, and nothing is left where it should have gone`() async throws {
        let terminal = try Terminal()
        try "not a database".write(toFile: terminal.path("notes.txt"), atomically: true, encoding: .utf8)
        let restored = await terminal.run("restore", terminal.path("notes.txt"))
        #expect(restored.code != 0)
        #expect(!restored.notices.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: terminal.path("portal.sqlite")))
        #expect(!FileManager.default.fileExists(atPath: terminal.path("portal.sqlite.part")))
        let moved = await terminal.run("move", "--from", terminal.path("none.sqlite"), "--to", terminal.path("new.sqlite"))
        #expect(moved.code == 69)
        #expect(!FileManager.default.fileExists(atPath: terminal.path("new.sqlite")))
    }
}
