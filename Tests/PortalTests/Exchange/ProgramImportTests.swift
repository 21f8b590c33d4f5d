import Domain
import Portal
import Testing

@Suite struct ProgramImportTests {
    static let welding = Program(
        id: "p1", institution: "cedar", reference: "W-1", state: .draft, title: LocalizedText(en: "Welding", fr: "Soudage"),
        summary: LocalizedText(en: "Weld"), outcomes: [LocalizedText(en: "Cut", fr: "Couper"), LocalizedText(en: "Weld", fr: "Souder")],
        hours: 40, weeks: 5, funding: [.osap], isHandsOn: true, sequence: SequenceStep(reference: "S", title: LocalizedText(), position: 1),
        url: "https://cedar.example/w",
        tags: [
            Tag(.occupation(OccupationCode("72106")!), decidedBy: "Ana"), Tag(.occupation(OccupationCode("33102")!), state: .suggested),
        ])

    private func plan(_ text: String, _ format: ProgramTableFormat = .csv, existing: [Program] = [welding]) throws -> ImportPlan {
        var information = LabourMarketInformation()
        for code in ["72106", "33102"] {
            let code = OccupationCode(code)!
            information.occupations[code] = Occupation(code: code, title: LocalizedText(en: "x"))
        }
        for (former, codes) in [("7237", ["72106"]), ("3413", ["33102", "72106"])] {
            information.formerOccupations[former] = codes.compactMap { OccupationCode($0) }
        }
        information.skills["s:a"] = Skill(id: "s:a", name: LocalizedText(en: "a"), kind: .technical, source: "esco")
        return try ProgramImport.plan(
            Array(text.utf8), format: format, existing: existing, institutions: ["cedar", "elm"], information: information,
            now: Timestamp(milliseconds: 1_790_000_000_000))
    }

    @Test func `a column that is not in the file keeps what is stored, a blank cell clears it`() throws {
        let plan = try plan("institution,reference,summary_en,hours\ncedar,W-1,,45\n")
        #expect(plan.errors.isEmpty)
        var expected = Self.welding
        expected.summary = LocalizedText()
        expected.hours = 45
        #expect(plan.changed.map(\.program) == [expected])
        #expect(
            plan.changed.first?.differences == [
                ProgramDifference(column: .summaryEn, before: "Weld", after: ""),
                ProgramDifference(column: .hours, before: "40", after: "45"),
            ])
    }

    @Test func `the same in JSON: a key that is not there keeps, null clears`() throws {
        let plan = try plan(#"[{"institution": "cedar", "reference": "W-1", "summary": null, "hours": 45, "sequence": null}]"#, .json)
        var expected = Self.welding
        expected.summary = LocalizedText()
        expected.hours = 45
        expected.sequence = nil
        #expect(plan.errors.isEmpty)
        #expect(plan.changed.map(\.program) == [expected])
    }

    @Test func `a program is known by its institution and reference; another institution may use the same reference`() throws {
        let plan = try plan("institution,reference,title_en,url\nelm,W-1,Other,https://elm.example\n")
        #expect(plan.new.count == 1)
        #expect(plan.new.first?.id != Self.welding.id)
        #expect(plan.new.first?.state == .published)
    }

    @Test func `a file a French spreadsheet wrote is read: semicolons, and Windows-1252`() throws {
        let text = "institution;reference;title_fr;url\r\ncedar;É-2;Soudage à l'arc;https://cedar.example\r\n"
        let bytes = text.unicodeScalars.map { UInt8($0.value) }
        let plan = try ProgramImport.plan(
            bytes, format: .csv, existing: [], institutions: ["cedar"], information: LabourMarketInformation(),
            now: Timestamp(milliseconds: 0))
        #expect(plan.errors.isEmpty)
        #expect(plan.new.map(\.title) == [LocalizedText(fr: "Soudage à l'arc")])
        #expect(plan.new.map(\.reference) == ["É-2"])
    }

    @Test func `outcomes in one language keep the other language beside them`() throws {
        let plan = try plan("institution,reference,outcomes_en\ncedar,W-1,\"Cut steel\nWeld steel\nGrind\"\n")
        #expect(
            plan.changed.first?.program.outcomes == [
                LocalizedText(en: "Cut steel", fr: "Couper"), LocalizedText(en: "Weld steel", fr: "Souder"), LocalizedText(en: "Grind"),
            ])
    }

    @Test func `a code in the column is approved; what was known about it stays; what is not in the column is no longer approved`() throws {
        let kept = try plan("institution,reference,occupations\ncedar,W-1,72106|33102\n")
        #expect(
            kept.changed.first?.program.tags == [
                Tag(.occupation(OccupationCode("72106")!), decidedBy: "Ana"), Tag(.occupation(OccupationCode("33102")!)),
            ])
        let gone = try plan("institution,reference,occupations\ncedar,W-1,\n")
        #expect(gone.changed.first?.program.tags == [Tag(.occupation(OccupationCode("33102")!), state: .suggested)])
        let untouched = try plan("institution,reference,skills\ncedar,W-1,s:a\n")
        #expect(untouched.changed.first?.program.tags == Self.welding.tags + [Tag(.skill("s:a"))])
    }

    @Test func `offerings are read in all their forms`() throws {
        let cell = """
            2027-01-12..2027-03-02; in-person; Sudbury P3E 2C6; en; 450.00
            2027-01-12;hybrid;St. Catharines l2r3m3;fr;99.5

            open; online; ; fr; free
            open; workplace; Thunder Bay P7B; en
            """
        let plan = try plan("institution,reference,offerings\ncedar,W-1,\"\(cell)\"\n")
        #expect(plan.errors.isEmpty)
        let start = CalendarDate("2027-01-12")!
        #expect(
            plan.changed.first?.program.offerings == [
                Offering(
                    schedule: .dates(start: start, end: CalendarDate("2027-03-02")!), delivery: .inPerson,
                    place: Place(city: "Sudbury", postalCode: "P3E 2C6"), language: .en, price: Money(dollars: 450)),
                Offering(
                    schedule: .dates(start: start, end: nil), delivery: .hybrid,
                    place: Place(city: "St. Catharines", postalCode: "L2R 3M3"),
                    language: .fr, price: Money(cents: 9_950)),
                Offering(schedule: .openAllYear, delivery: .online, language: .fr, price: .free),
                Offering(schedule: .openAllYear, delivery: .workplace, place: Place(city: "Thunder Bay", postalCode: "P7B"), language: .en),
            ])
    }

    @Test func `all errors are told at once, each with row, column and a sentence`() throws {
        let plan = try plan(
            """
            institution,reference,title_en,url,hours,weeks,funding,cip_code,offerings,occupations,skills,last_confirmed,hands_on
            cedar,A,,https://a.example,40,5,,,,,,,
            cedar,B,B,javascript:alert(1),40,12,osap,,,,,,
            nowhere,C,C,https://c.example,-1,x,grant,5.1,,,,,
            cedar,D,D,https://d.example,,,,,"open; online; ; fr
            2027-02-30; online; ; en
            2027-03-02..2027-01-01; online; ; en
            open; by post; ; en",99999|72106,s:b,31/01/2027,perhaps
            cedar,D,D,https://d.example,,,,,,,,,
            ,E,E,https://e.example,,,,,,,,,

            """)
        #expect(
            plan.errors.map(\.description) == [
                "Row 2, column \"title_en\": there must be a value here.",
                "Row 3, column \"url\": \"javascript:alert(1)\" is not an address that starts with https:// or http://.",
                "Row 3, column \"funding\": \"osap\" needs the hours (5 to 300) and the weeks (under 12).",
                "Row 4, column \"institution\": there is no institution \"nowhere\".",
                "Row 5, column \"hands_on\": \"perhaps\" is neither yes nor no.",
                "Row 5, column \"last_confirmed\": \"31/01/2027\" is not a day written like 2027-01-31.",
                "Row 5, column \"offerings\", line 2: \"2027-02-30\" is neither \"open\" nor dates like 2027-01-12..2027-03-02.",
                "Row 5, column \"offerings\", line 3: \"2027-03-02..2027-01-01\" ends before it starts.",
                "Row 5, column \"offerings\", line 4: \"by post\" is not one of \"online\", \"online-live\", \"in-person\", \"hybrid\", \"workplace\".",
                "Row 5, column \"occupations\": \"99999\" is not an occupation of the labour-market data in use.",
                "Row 5, column \"skills\": \"s:b\" is not a skill of the labour-market data in use.",
                "Row 6, column \"reference\": the institution's reference is in row 5 already.",
                "Row 7, column \"institution\": there must be a value here.",
            ])
        #expect(plan.isRefused && plan.errorCount == 13)
    }

    @Test func `columns nobody knows are named, and so are those that are missing`() throws {
        let plan = try plan("institution,titel_en,notes\ncedar,x,y\n")
        #expect(
            plan.errors.map(\.description) == [
                "Row 1: these columns are not known: \"titel_en\", \"notes\".",
                "Row 1: these columns are needed and are not there: \"reference\".",
            ])
    }

    @Test func `errors past the first hundred are counted`() throws {
        let rows = (0..<250).map { "cedar,R\($0),,\n" }.joined()
        let plan = try plan("institution,reference,title_en,url\n" + rows)
        #expect(plan.errors.count == 100)
        #expect(plan.errorCount == 500)
    }

    @Test func `an id cannot be taken over or changed`() throws {
        let plan = try plan(
            "institution,reference,title_en,url,id\ncedar,N,N,https://n.example,p1\ncedar,W-1,W,https://w.example,p2\ncedar,M,M,https://m.example,a b\n"
        )
        #expect(
            plan.errors.map(\.reason) == [.identifierTaken("p1"), .identifierDiffers(stored: "p1"), .badIdentifier("a b")])
    }

    @Test func `JSON errors name the program, the path and the place in a list`() throws {
        let plan = try plan(
            #"""
            [{"institution": "cedar", "reference": "A", "title": {"en": "A"}, "url": "https://a.example", "hours": "40", "colour": 1,
              "offerings": [{"delivery": "online", "language": "en"}, {"delivery": "online"}], "otherTags": [{"kind": "skill"}]},
             7]
            """#, .json)
        #expect(
            plan.errors.map { "\($0.row ?? 0) \($0.column ?? "") \($0.item ?? 0)" }.sorted() == [
                "1 hours 0", "1 offerings 2", "1 otherTags 1", "1 reference 0", "2 institution 0", "2 reference 0", "2 reference 0",
            ])
    }

    @Test(
        arguments: [
            "", "{}", "[", "[{]", #"[{"a": 1, "a": 2}]"#, "[1,]", "[01x]", #"["\ud800"]"#, "[\"a\tb\"]", "[] x", "[tru]",
            String(repeating: "[", count: 100_000),
        ])
    func `what is no JSON is refused with a line, never a crash`(_ text: String) throws {
        let plan = try plan(text, .json)
        #expect(plan.isRefused)
        #expect(plan.programs.isEmpty)
    }

    @Test(arguments: ["", "\n\n", "institution\n", "institution,reference\n\"cedar,A\n", "institution,reference\ncedar\n", "\u{0}"])
    func `what is no table is refused, never a crash`(_ text: String) throws {
        let plan = try plan(text)
        #expect(plan.isRefused)
        #expect(plan.programs.isEmpty)
    }

    @Test func `a cell that would run as a formula is written as text`() {
        var program = Self.welding
        program.title = LocalizedText(en: "=HYPERLINK(\"https://bad.example\")")
        #expect(ProgramExport.csv([program]).contains("\"'=HYPERLINK(\"\"https://bad.example\"\")\""))
    }

    @Test(arguments: [
        "ftp://x.example", "https://", "https:///x", "https://user@x.example", "https://x.example/a b", "//x.example",
        "https://x.example/\"",
    ])
    func `only plain web addresses are taken`(_ address: String) throws {
        let plan = try plan("institution,reference,url\ncedar,W-1,\"\(address.replacing("\"", with: "\"\""))\"\n")
        #expect(plan.errors.map(\.reason) == [.notAWebAddress(address)])
    }

    @Test func `a code of NOC 2016 that became one group is translated, and the change is told`() throws {
        let plan = try plan("institution,reference,title_en,url,occupations\nelm,N,N,https://n.example,7237|33102\n")
        #expect(plan.errors.map(\.description) == [])
        #expect(plan.new.first?.tags == [Tag(.occupation(OccupationCode("72106")!)), Tag(.occupation(OccupationCode("33102")!))])
        #expect(plan.notes.map(\.description) == ["Row 2, column \"occupations\": 7237 (NOC 2016) became 72106 x."])
        #expect(plan.noteCount == 1)
    }

    @Test func `a code of NOC 2016 that was divided is suggested, decided by a person once, and never asked again`() throws {
        let file = "institution,reference,title_en,url,occupations\nelm,N,N,https://n.example,3413\n"
        let first = try plan(file)
        var program = try #require(first.new.first)
        #expect(program.tags.map(\.state) == [.suggested, .suggested])
        #expect(program.tags.map(\.target.code) == ["33102", "72106"])
        #expect(program.tags.allSatisfy { $0.evidence == "NOC 2016: 3413" })
        #expect(first.notes.first?.description.contains("3413 (NOC 2016) was divided") == true)
        #expect(try plan(file, existing: [program]).unchangedCount == 1)
        program.tags[0].state = .approved
        program.tags[1].state = .rejected
        #expect(try plan(file, existing: [program]).unchangedCount == 1)
    }

    @Test func `the same in JSON; four digits that were no code are a mistake`() throws {
        let json = try plan(
            #"[{"institution": "cedar", "reference": "W-1", "occupations": ["7237", "33102"]}]"#, .json)
        #expect(json.notes.map(\.column) == ["occupations"])
        let wrong = try plan("institution,reference,occupations\ncedar,W-1,9999\n")
        #expect(wrong.errors.map(\.reason) == [.unknownCode("9999", of: .occupation)])
    }
}
