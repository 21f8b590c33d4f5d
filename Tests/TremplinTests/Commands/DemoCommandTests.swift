import Foundation
import Testing

/// `tremplin demo`: the hand-written catalogue, and invented ones of any size.
struct DemoCommandTests {
    @Test func `an invented catalogue is written as files that an import takes whole`() async throws {
        let terminal = try Terminal()
        let answer = await terminal.run("demo", "--programs", "120", "--seed", "7", "--output", terminal.path("large.csv"))
        #expect(answer.code == 0)
        #expect(answer.output.hasPrefix("120 programs were written"))
        await terminal.run("migrate")
        #expect(await terminal.run("import", "institutions", terminal.path("large-institutions.csv")).code == 0)
        #expect(await terminal.run("import", "programs", terminal.path("large.csv")).output.contains("new 120, changed 0, unchanged 0"))
    }

    @Test func `the same seed and date write the same file, another date another one`() async throws {
        let terminal = try Terminal()
        for (name, date) in [("a.csv", "2027-01-31"), ("b.csv", "2027-01-31"), ("c.csv", "2027-02-01")] {
            await terminal.run("demo", "--programs", "60", "--seed", "3", "--date", date, "--output", terminal.path(name))
        }
        #expect(try terminal.contents("a.csv") == terminal.contents("b.csv"))
        #expect(try terminal.contents("a.csv") != terminal.contents("c.csv"))
    }

    @Test func `without a file the programs go into the database and can be searched`() async throws {
        let terminal = try Terminal()
        await terminal.run("migrate")
        #expect(await terminal.run("demo", "invent", "--programs", "80").code == 0)
        #expect(await terminal.run("search", "--limit", "1").output.contains("programs"))
        #expect(await terminal.run("export", "programs").output.contains(".example/programs/"))
        #expect(await terminal.run("demo", "load").code == 0)
    }

    @Test func `invented programs do not go beside those of a real institution`() async throws {
        let terminal = try Terminal()
        await terminal.run("migrate")
        let table = "id,name_en,name_fr,kind,url,city,postal_code\nreal,Real,Réel,college,https://real.example,Sudbury,P3E 2C6\n"
        await terminal.run("import", "institutions", try terminal.file("institutions.csv", table))
        let answer = await terminal.run("demo", "--programs", "5")
        #expect(answer.code == 65)
        #expect(answer.notices.contains("real"))
        #expect(await terminal.run("export", "programs", "--format", "json").output == "[]\n")
    }

    @Test(arguments: [["--programs", "0"], ["--programs", "5", "--date", "soon"], ["--programs", "5", "--output", "a.txt"], []])
    func `what cannot be meant is refused`(options: [String]) async throws {
        #expect(await (try Terminal()).run(["demo"] + options).code == 64)
    }
}
