import Foundation
import Testing

struct MatchCommandTests {
    private static let classification = """
        code,lang,label
        A1,en,baker
        A1,fr,boulanger
        B2,en,train driver
        B2,fr,conducteur de train

        """

    @Test func `another classification is matched`() async throws {
        let terminal = try Terminal()
        let file = try terminal.file("jobs.csv", Self.classification)
        let answer = await terminal.run("match", "--classification", file, "train", "drivers", "--json")
        #expect(answer.code == 0)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
        #expect(object["query"] as? String == "train drivers")
        let first = try #require((object["occupations"] as? [[String: Any]])?.first)
        #expect(first["code"] as? String == "B2")
        #expect(first["matched"] as? String == "train driver")
    }

    @Test func `a file of titles is coded in its own order`() async throws {
        let terminal = try Terminal()
        let file = try terminal.file("jobs.csv", Self.classification)
        let titles = try terminal.file(
            "titles.csv", "id,text,lang\n" + (0..<600).map { "r\($0),\($0 % 2 == 0 ? "boulangère,fr" : "train driver,en")\n" }.joined())
        let answer = await terminal.run("match", "--classification", file, "--batch", titles, "--limit", "1")
        #expect(answer.code == 0)
        let lines = answer.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "id,rank,code,score")
        #expect(lines.count == 601)
        #expect(lines.dropFirst().enumerated().allSatisfy { $1.hasPrefix("r\($0),1,\($0 % 2 == 0 ? "A1" : "B2"),") })
    }

    @Test func `a title without a word has no line in the answer`() async throws {
        let terminal = try Terminal()
        let file = try terminal.file("jobs.csv", Self.classification)
        let titles = try terminal.file("titles.csv", "id,text,lang\n\"a,b\",baker,\nempty,\"\",en\n")
        let answer = await terminal.run("match", "--classification", file, "--batch", titles, "--limit", "1")
        #expect(answer.output.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("\"a,b\",1,A1,") })
    }

    @Test(arguments: [
        ("code,lang,label\nA1,de,Bäcker\n", "row 2, column \"lang\""), ("code,label\nA1,baker\n", "\"lang\""),
        ("code,lang,label\n", "row 2"),
        ("code,lang,label\nA1,en,\n", "row 2, column \"label\""),
    ])
    func `a classification with a mistake is refused with its row and column`(table: String, named: String) async throws {
        let terminal = try Terminal()
        let file = try terminal.file("jobs.csv", table)
        let answer = await terminal.run("match", "--classification", file, "baker")
        #expect(answer.code == 65)
        #expect(answer.output.isEmpty)
        #expect(answer.notices.contains(named))
    }

    @Test func `a batch with a mistake is refused before anything is written`() async throws {
        let terminal = try Terminal()
        let file = try terminal.file("jobs.csv", Self.classification)
        let titles = try terminal.file("titles.csv", "id,text,lang\n1,baker,en\n2,baker,xx\n")
        let answer = await terminal.run("match", "--classification", file, "--batch", titles)
        #expect(answer.code == 65)
        #expect(answer.output.isEmpty)
        #expect(answer.notices.contains("row 3, column \"lang\": \"xx\""))
        let missing = await terminal.run("match", "--classification", file, "--batch", terminal.path("nowhere.csv"))
        #expect(missing.code == 66)
    }

    @Test func `without a database the built-in occupations answer`() async throws {
        let answer = await (try Terminal()).run("match", "--lang", "fr", "préposé aux bénéficiaires")
        #expect(answer.code == 0)
        #expect(answer.output.split(separator: "\n").dropFirst().first?.hasPrefix("33102") == true)
    }
}
