import Foundation
import Testing

/// Commands over one database: made, filled, changed, exported, examined.
struct DatabaseCommandTests {
    private static let institutions = """
        id,name_en,name_fr,kind,url,city,postal_code
        cedar-college,Cedar College,Collège du Cèdre,college,https://cedar.example,Sudbury,P3E 2C6

        """

    private static let outlooks = """
        tremplin-release\t1
        kind\tcops
        version\ttest
        as-of\t2026-01-31
        url\thttps://outlook.example
        publisher-en\tA publisher
        publisher-fr\tUn éditeur
        title-en\tOutlook
        title-fr\tPerspectives
        licence-en\tOpen
        licence-fr\tOuverte

        table\toutlooks\t1
        code\tvalue\tfirst-year\tlast-year\tregion\temployment\tgrowth\tretirements\topenings\tseekers
        72106\tbalance\t2024\t2033\t\t100\t1\t2\t3\t3

        """

    @Test func `a database is made once`() async throws {
        let terminal = try Terminal()
        let first = await terminal.run("migrate")
        #expect(first.code == 0)
        #expect(first.output.hasPrefix("1 "))
        let again = await terminal.run("migrate")
        #expect(again.code == 0)
        #expect(again.output.isEmpty)
    }

    @Test func `referrals are a table for the eye and a file for a spreadsheet, and an institution that is none is an error`() async throws
    {
        let terminal = try Terminal()
        await terminal.run("migrate")
        let institutions = try terminal.file("institutions.csv", Self.institutions)
        await terminal.run("import", "institutions", institutions)
        let table = await terminal.run("referrals")
        #expect(table.code == 0 && table.output.contains("to the site"))
        let file = await terminal.run("referrals", "--format", "csv", "--from", "2026-01-01", "--institution", "cedar-college")
        #expect(file.code == 0 && file.output.hasPrefix("month,institution_id,program_id,"))
        #expect(await terminal.run("referrals", "--institution", "nobody").code == 64)
    }

    @Test func `programs go out and come back the same, and a dry run changes nothing`() async throws {
        let terminal = try Terminal()
        await terminal.run("migrate")
        let institutions = try terminal.file("institutions.csv", Self.institutions)
        #expect(await terminal.run("import", "institutions", institutions).output.hasPrefix("new 1, changed 0, unchanged 0"))
        #expect(await terminal.run("import", "institutions", institutions).output.hasPrefix("new 0, changed 0, unchanged 1"))
        let program =
            #"[{"institution": "cedar-college", "reference": "WLD-1", "title": {"en": "Welding"}, "url": "https://cedar.example/w"}]"#
        let file = try terminal.file("programs.json", program)
        let dry = await terminal.run("import", "programs", file, "--dry-run")
        #expect(dry.code == 0)
        #expect(dry.output.hasPrefix("new 1, changed 0, unchanged 0"))
        #expect(await terminal.run("export", "programs", "--format", "json").output == "[]\n")
        #expect(await terminal.run("import", "programs", file).code == 0)
        let exported = await terminal.run("export", "programs", "--output", terminal.path("out.csv"))
        #expect(exported.code == 0)
        #expect(exported.output.isEmpty)
        #expect(await terminal.run("import", "programs", terminal.path("out.csv")).output.hasPrefix("new 0, changed 0, unchanged 1"))
        #expect(await terminal.run("export", "programs").output.contains("WLD-1"))
    }

    @Test func `a file of programs with a mistake changes nothing and names the place`() async throws {
        let terminal = try Terminal()
        await terminal.run("migrate")
        let institutions = try terminal.file("institutions.csv", Self.institutions)
        await terminal.run("import", "institutions", institutions)
        let file = try terminal.file(
            "programs.csv",
            "institution,reference,title_en,url,hours\ncedar-college,A,Good,https://cedar.example,5\ncedar-college,B,Bad,https://cedar.example,many\n"
        )
        let answer = await terminal.run("import", "programs", file)
        #expect(answer.code == 65)
        #expect(answer.output.isEmpty)
        #expect(answer.notices.contains("ow 3") && answer.notices.contains("\"hours\""))
        #expect(await terminal.run("export", "programs", "--format", "json").output == "[]\n")
        #expect(await terminal.run("import", "programs", terminal.path("programs.ods")).code == 64)
    }

    @Test func `institutions go out in the form they come in`() async throws {
        let terminal = try Terminal()
        await terminal.run("migrate")
        await terminal.run("import", "institutions", try terminal.file("institutions.csv", Self.institutions))
        #expect(await terminal.run("export", "institutions", "--output", terminal.path("out.csv")).code == 0)
        #expect(await terminal.run("import", "institutions", terminal.path("out.csv")).output.hasPrefix("new 0, changed 0, unchanged 1"))
        #expect(await terminal.run("export", "institutions").output.contains("cedar-college,Cedar College,Collège du Cèdre,college"))
    }

    @Test func `an import says which codes of NOC 2016 it translated, in words and as JSON`() async throws {
        let terminal = try Terminal()
        await terminal.run("migrate")
        await terminal.run("demo", "load")
        await terminal.run("import", "institutions", try terminal.file("institutions.csv", Self.institutions))
        let file = try terminal.file(
            "programs.csv",
            "institution,reference,title_en,url,occupations\ncedar-college,A,Service,https://cedar.example,6552|0431\n")
        let words = await terminal.run("import", "programs", file, "--dry-run")
        #expect(words.code == 0, "\(words.notices)")
        #expect(words.output.contains("! Row 2, column \"occupations\": 6552 (NOC 2016) became 64409 "))
        #expect(words.output.contains("0431 (NOC 2016) was divided"))
        let json = await terminal.run("import", "programs", file, "--json")
        let report = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(report["applied"] as? Bool == true && report["new"] as? Int == 1 && report["notes"] as? Int == 2)
        let notes = try #require(report["noteList"] as? [[String: Any]])
        #expect(notes[0]["from"] as? String == "6552" && notes[0]["to"] as? [String] == ["64409"])
        #expect(await terminal.run("import", "programs", file).output.hasPrefix("new 0, changed 0, unchanged 1"))
    }

    @Test func `a release is planned, then applied, then listed`() async throws {
        let terminal = try Terminal()
        await terminal.run("migrate")
        let file = try terminal.file("outlooks.tsv", Self.outlooks)
        let plan = await terminal.run("labour-market", "load", "cops", file)
        #expect(plan.code == 0, "\(plan.notices)")
        #expect(plan.output.contains("in use: none"))
        #expect(await terminal.run("labour-market", "status", "--json").output == "[\n\n]\n")
        #expect(await terminal.run("labour-market", "load", "cops", file, "--apply").code == 0)
        let status = await terminal.run("labour-market", "status")
        #expect(status.output.contains("cops") && status.output.contains("2026-01-31"))
        let bad = try terminal.file("bad.tsv", Self.outlooks.replacing("balance", with: "splendid"))
        let refused = await terminal.run("labour-market", "load", "cops", bad, "--apply")
        #expect(refused.code == 65)
        #expect(refused.notices.contains("row 1") && refused.notices.contains("splendid"))
    }

    @Test func `wages are loaded from the publisher's file, and a wrong one changes nothing`() async throws {
        let terminal = try Terminal()
        await terminal.run("migrate")
        let header =
            "NOC_CNP,prov,ER_Code_Code_RE,Low_Wage_Salaire_Minium,Median_Wage_Salaire_Median,High_Wage_Salaire_Maximal,"
            + "Reference_Period,Revision_Date_Date_revision,Annual_Wage_Flag_Salaire_annuel\n"
        let row = "NOC_72106,ON,ER35,20,28.5,40,2023-2024,2025-11-19,0\n"
        let file = try terminal.file("wages.csv", header + row + row.replacing("ER35", with: "ER59"))
        let plan = await terminal.run("labour-market", "load", "wages", file)
        #expect(plan.code == 0, "\(plan.notices)")
        #expect(plan.output.contains("+ 72106\t35\thour\t2000\t2850\t4000\t2023-2024"))
        #expect(plan.output.contains("left out: 1 wages of provinces"))
        #expect(await terminal.run("labour-market", "load", "wages", file, "--apply").code == 0)
        let bad = try terminal.file("bad.csv", header + row.replacing("28.5", with: "28,5 $").replacing(",5 $", with: ";5"))
        let refused = await terminal.run("labour-market", "load", "wages", bad, "--apply")
        #expect(refused.code == 65)
        #expect(refused.notices.contains("bad.csv, row 2, column \"Median_Wage_Salaire_Median\": \"28;5\" is not a number."))
        #expect(await terminal.run("labour-market", "load", "wages", file).output.contains("in use: 2025-11-19"))
        #expect(await terminal.run("labour-market", "load", "wages", "/nowhere.csv").code == 66)
    }

    @Test func `without a database the built-in releases are listed`() async throws {
        let answer = await (try Terminal()).run("labour-market", "status")
        #expect(answer.code == 0)
        #expect(answer.output.split(separator: "\n").count == 12)
        #expect(answer.notices.contains("built with"))
    }

    @Test func `the doctor prints the configuration, and finds what is missing`() async throws {
        let terminal = try Terminal()
        let without = await terminal.run("doctor")
        #expect(without.code == 69)
        #expect(without.output.contains("http.port") && without.output.contains("PROBLEM database"))
        await terminal.run("migrate")
        let empty = await terminal.run("doctor")
        #expect(empty.code == 69)
        #expect(empty.output.contains("PROBLEM reference data"))
        let outlooks = try terminal.file("outlooks.tsv", Self.outlooks)
        await terminal.run("labour-market", "load", "cops", outlooks, "--apply")
        let well = await terminal.run("doctor")
        #expect(well.code == 0, "\(well.output)")
        let misspelt = await terminal.run(["doctor"], environment: ["TREMPLIN_HTTP_PROT": "1"])
        #expect(misspelt.code == 69)
        #expect(misspelt.output.contains("TREMPLIN_HTTP_PROT"))
    }
}
