import Foundation
import Testing

struct SuggestCommandTests {
    private static let programs = """
        id,title,description,lang
        "a,1",Welding basics,"Weld mild steel with MIG and TIG. Read blueprints, and work safely.",en
        b2,Soins de longue durée,"Aider les résidents à se laver et à manger. Prévenir les infections.",fr

        """

    @Test func `a file of programs gets suggestions in its own order`() async throws {
        let terminal = try Terminal()
        let file = try terminal.file("programs.csv", Self.programs)
        let answer = await terminal.run("suggest", "--batch", file, "--kind", "occupation", "--limit", "3")
        #expect(answer.code == 0)
        let lines = answer.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "id,kind,rank,code,score,evidence")
        #expect(lines.count == 7)
        #expect(lines.dropFirst().prefix(3).enumerated().allSatisfy { $1.hasPrefix("\"a,1\",occupation,\($0 + 1),") })
        #expect(lines.dropFirst().prefix(3).contains { $0.contains(",72106,") })
        #expect(lines.suffix(3).allSatisfy { $0.hasPrefix("b2,occupation,") })
        #expect(lines.suffix(3).contains { $0.contains(",33102,") })
    }

    @Test func `every kind is suggested when none is named, with its evidence and taxonomy`() async throws {
        let answer = await (try Terminal()).run(
            "suggest", "--title", "Welding basics", "--description", "Weld mild steel with MIG. Draw parts in AutoCAD.", "--json",
            "--limit", "2")
        #expect(answer.code == 0)
        let list = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [[String: Any]])
        #expect(Set(list.compactMap { $0["kind"] as? String }) == ["occupation", "industry", "skill", "technology"])
        #expect(list.contains { ($0["taxonomyVersion"] as? String)?.hasPrefix("NOC 2021") == true })
        #expect(list.allSatisfy { $0["code"] is String && $0["score"] is Double })
    }

    @Test func `a table with a mistake is refused before anything is written`() async throws {
        let terminal = try Terminal()
        let without = try terminal.file("a.csv", "id,title\n1,Welding\n")
        let answer = await terminal.run("suggest", "--batch", without, "--kind", "skill")
        #expect(answer.code == 65)
        #expect(answer.output.isEmpty)
        #expect(answer.notices.contains("description"))
        let wrong = try terminal.file("b.csv", "id,title,description,lang\n1,Welding,Weld.,en\n2,Welding,Weld.,de\n")
        let second = await terminal.run("suggest", "--batch", wrong, "--kind", "skill")
        #expect(second.code == 65)
        #expect(second.output.isEmpty)
        #expect(second.notices.contains("row 3, column \"lang\": \"de\""))
        let unnamed = try terminal.file("c.csv", "id,title,description\n,Welding,Weld.\n")
        #expect(await terminal.run("suggest", "--batch", unnamed).notices.contains("row 2, column \"id\""))
        #expect(await terminal.run("suggest", "--batch", terminal.path("nowhere.csv")).code == 66)
        #expect(await terminal.run("suggest", "--kind", "skill").code == 64)
        #expect(await terminal.run("suggest", "--kind", "color", "--title", "x").code == 64)
    }

    @Test func `a file that is no model is refused with a sentence`() async throws {
        let terminal = try Terminal()
        let file = try terminal.file("model", "hello\n")
        let answer = await terminal.run("match", "--model", file, "welder")
        #expect(answer.code == 65)
        #expect(answer.notices.contains("is not a trained model"))
        let plain = await terminal.run("match", "--model", "none", "welder")
        #expect(plain.code == 0)
        #expect(plain.output.contains("72106"))
    }

    @Test func `a model is trained from a folder, and refused without one`() async throws {
        let terminal = try Terminal()
        let answer = await terminal.run("train-matcher", "--from", terminal.path("nowhere"), "--to", terminal.path("model"))
        #expect(answer.code == 66)
        #expect(await terminal.run("train-matcher", "--from", "/", "--to", "x", "--steps", "0").code == 64)
    }
}
