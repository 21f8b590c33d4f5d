import Domain
import HTTPTypes
import Logging
import Portal
import Storage
import StorageSQLite
import Testing
import Web

/// Imports as staff meet them in the console.
@Suite struct ImportPageTests {
    private static let path = "/en/console/institutions/northern-lakes/imports"

    private struct Desk {
        let portal: ConsolePortal
        let ana: SignedInVisitor
        let run: RunImports
        let exchange: ExchangeServices

        init() async throws {
            portal = try await ConsolePortal()
            ana = try await portal.person("Ana", Membership(.editor, at: ConsolePortal.institution)!)
            exchange = try #require(portal.services.exchange)
            run = RunImports(portal.services, exchange, clock: portal.watch.clock, logger: PortalClient.logger)
        }

        func upload(
            _ bytes: [UInt8], _ name: String = "programs.csv", to path: String = ImportPageTests.path, as visitor: SignedInVisitor? = nil,
            origin: String = "same-origin"
        ) async throws -> Answer {
            let head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n"
            let body = Array(head.utf8) + bytes + Array("\r\n--b--\r\n".utf8)
            return try await portal.client.send(
                .post, path,
                headers: [
                    "Cookie": (visitor ?? ana).cookie, "Sec-Fetch-Site": origin, "Content-Type": "multipart/form-data; boundary=b",
                ], body: body)
        }

        /// Uploads, and has the job compared. Its page.
        func compare(_ text: String) async throws -> String {
            let answer = try await upload(Array(text.utf8))
            #expect(answer.status == 303)
            while try await run.turn() {}
            return try #require(answer.header("Location"))
        }
    }

    private static let head = "reference,title_en,url,hours\n"

    @Test func `a file goes up, is looked at again until it is compared, and is written when somebody agrees`() async throws {
        let desk = try await Desk()
        let answer = try await desk.upload(Array((Self.head + "A,Welding <b>,https://x.example,12\n").utf8))
        let path = try #require(answer.header("Location"))
        #expect(path.hasPrefix(Self.path + "/"))
        let waiting = try await desk.ana.get(path)
        #expect(waiting.text.contains("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>"))
        #expect(waiting.text.contains("data-state=\"under-way\""))
        while try await desk.run.turn() {}
        let ready = try await desk.ana.get(path)
        #expect(ready.text.contains("Write 1 program") && ready.text.contains("Welding &lt;b&gt;"))
        #expect(!ready.text.contains("http-equiv"))
        #expect(try await desk.ana.post(path, [("act", "confirm")]).status == 303)
        while try await desk.run.turn() {}
        #expect(try await desk.ana.get(path).text.contains("It is written."))
        #expect(
            try await ProgramStore(desk.portal.database).program(of: ConsolePortal.institution, reference: "A")?.title.en == "Welding <b>")
        #expect(try await desk.ana.post(path, [("act", "confirm")]).status == 409)
        #expect(try await desk.ana.get(Self.path).text.contains("Written: 1 new, 0 changed"))
        let program = try #require(try await ProgramStore(desk.portal.database).program(of: ConsolePortal.institution, reference: "A"))
        let history = try await desk.portal.database.read { try $0.history(of: program.id, limit: 9) }
        #expect(history.map(\.act) == [.imported] && history.map(\.actor) == [.account(desk.ana.account.id)])
    }

    @Test func `mistakes stand with row and column in both languages, and are corrected on the page`() async throws {
        let desk = try await Desk()
        let path = try await desk.compare(Self.head + "A,Welding,https://x.example,twelve\nB,Cutting,nowhere,3\n")
        let page = try await desk.ana.get(path)
        #expect(page.text.contains("“twelve” is not a number above zero."))
        let french = path.replacing("/en/", with: "/fr/").replacing("/institutions/", with: "/etablissements/").replacing(
            "/imports/", with: "/importations/")
        #expect(try await desk.ana.get(french).text.contains("«\u{A0}twelve\u{A0}» n’est pas un nombre supérieur à zéro."))
        let form = try await desk.ana.get(path + "/errors").markup()
        #expect(form.all("input").compactMap { $0["name"] }.filter { $0.hasPrefix("cell.") } == ["cell.2.hours", "cell.3.url"])
        let sent = try await desk.ana.post(
            path + "/errors", [("cell.2.hours", "12"), ("cell.3.url", "https://x.example/b"), ("cell.9.nonsense", "x")])
        #expect(sent.status == 303)
        while try await desk.run.turn() {}
        #expect(try await desk.ana.get(path).text.contains("Write 2 programs"))
    }

    @Test func `the returned file comes as a workbook or as a table, and goes up again in the place of the first`() async throws {
        let desk = try await Desk()
        let path = try await desk.compare(Self.head + "A,Welding,https://x.example,twelve\n")
        let workbook = try await desk.ana.get(path + "/file?format=xlsx")
        #expect(
            workbook.bytes.starts(with: [0x50, 0x4B])
                && workbook.header("Content-Disposition") == "attachment; filename=\"programs-errors.xlsx\"")
        let table = try await desk.ana.get(path + "/file?format=csv")
        #expect(table.text.contains("ERRORS") && table.text.contains("hours: “twelve” is not a number above zero."))
        let again = try await desk.upload(Array(table.text.replacing(",twelve,", with: ",12,").utf8), to: path + "/file")
        #expect(again.status == 303 && again.header("Location") == path)
        while try await desk.run.turn() {}
        #expect(try await desk.ana.get(path).text.contains("Write 1 program"))
    }

    @Test func `what cannot be taken is refused with a sentence`() async throws {
        let desk = try await Desk()
        let large = [UInt8](repeating: 65, count: (20 << 20) + 1)
        let tooLarge = try await desk.upload(large)
        #expect(tooLarge.status == 413 && tooLarge.text.contains("larger than 20 MB"))
        #expect(try await desk.upload([1], "programs.pdf").status == 415)
        let empty = try await desk.upload([])
        #expect(empty.status == 400 && empty.text.contains("The file is empty."))
        let none = try await desk.upload([], "")
        #expect(none.status == 400 && none.text.contains("Choose a file first."))
        let noForm = try await desk.ana.post(Self.path, [("file", "x")])
        #expect(noForm.status == 400 && noForm.text.contains("no whole file"))
        #expect(try await desk.upload([65], origin: "cross-site").status == 403)
        for (bytes, sentence) in [
            (Array("reference,price\nA,1\n".utf8), "These columns are not known: price."),
            ([0xFE, 0xFF, 0, 65, 0, 66], "The file is no text that can be read."),
            (Array("reference,title_en\nA,\"x\n".utf8), "A quotation mark is opened and never closed."),
        ] {
            let path = try await desk.compare(String(decoding: bytes, as: UTF8.self))
            _ = path
            let answer = try await desk.upload(bytes)
            while try await desk.run.turn() {}
            #expect(try await desk.ana.get(try #require(answer.header("Location"))).text.contains(sentence), "\(sentence)")
        }
    }

    @Test func `staff of one institution neither see nor run the imports of another`() async throws {
        let desk = try await Desk()
        let path = try await desk.compare(Self.head + "A,Welding,https://x.example,twelve\n")
        let id = try #require(path.split(separator: "/").last.map(String.init))
        let other = try await desk.portal.person("Zoe", Membership(.manager, at: ConsolePortal.neighbour)!)
        let theirs = "/en/console/institutions/\(ConsolePortal.neighbour)/imports/\(id)"
        for place in ["", "/errors", "/details?show=new", "/file", "/archive"] {
            #expect(try await other.get(path + place).status == 403, "\(place)")
            #expect(try await other.get(theirs + place).status == 404, "\(place)")
        }
        for (place, fields) in [
            ("", [("act", "confirm")]), ("/errors", [("cell.2.hours", "1")]), ("/archive", [("agreed", "yes"), ("count", "0")]),
        ] {
            #expect(try await other.post(path + place, fields).status == 403)
            #expect(try await other.post(theirs + place, fields).status == 404)
        }
        #expect(try await desk.upload([65], to: theirs + "/file", as: other).status == 404)
        #expect(try await other.post(theirs, [("act", "erase")]).status == 404)
        #expect(try await desk.ana.get(path).status == 200)
        let viewer = try await desk.portal.person("Val", Membership(.viewer, at: ConsolePortal.institution)!)
        #expect(try await viewer.get(path).status == 403)
    }

    @Test(arguments: ["csv", "xlsx"])
    func `the template and what is there now come as files`(format: String) async throws {
        let desk = try await Desk()
        for what in ["template", "programs"] {
            let answer = try await desk.ana.get("/fr/console/etablissements/northern-lakes/tableau?what=\(what)&format=\(format)")
            #expect(answer.status == 200)
            #expect(answer.header("Content-Disposition")?.hasSuffix(".\(format)\"") == true)
            #expect(answer.header("Cache-Control") == "no-store")
        }
    }

    @Test func `what is missing from the file is shown before it can be archived`() async throws {
        let desk = try await Desk()
        let old = Program(
            id: "old", institution: ConsolePortal.institution, reference: "OLD", title: LocalizedText(en: "Old one"),
            url: "https://x.example")
        try await ProgramStore(desk.portal.database).save([old], at: desk.portal.watch.now)
        let path = try await desk.compare(Self.head + "A,Welding,https://x.example,12\n")
        _ = try await desk.ana.post(path, [("act", "confirm")])
        while try await desk.run.turn() {}
        let missing = try await ProgramStore(desk.portal.database).programs(of: ConsolePortal.institution).filter {
            $0.reference != "A" && $0.state != .archived
        }
        #expect(try await desk.ana.get(path).text.contains("\(missing.count) programs are not in the file"))
        #expect(try await desk.ana.get(path + "/archive").text.contains("Old one"))
        #expect(try await desk.ana.post(path + "/archive", [("count", "\(missing.count)")]).status == 400)
        #expect(try await desk.ana.post(path + "/archive", [("count", "99"), ("agreed", "yes")]).status == 409)
        #expect(try await desk.ana.post(path + "/archive", [("count", "\(missing.count)"), ("agreed", "yes")]).status == 303)
        #expect(try await ProgramStore(desk.portal.database).program("old")?.state == .archived)
        let history = try await desk.portal.database.read { try $0.history(of: "old", limit: 9) }
        #expect(history.map(\.act) == [.archived, .found])
    }
}
