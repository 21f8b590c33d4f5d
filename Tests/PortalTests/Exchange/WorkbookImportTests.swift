import Domain
import LabourMarket
import Portal
import Testing

/// Workbooks as tables of programs: what is wrong is told by row and column.
@Suite struct WorkbookImportTests {
    private static let now = Timestamp(milliseconds: 1_790_000_000_000)

    private func plan(_ bytes: [UInt8], _ format: ProgramTableFormat = .xlsx, of institution: Institution.ID? = nil) throws -> ImportPlan {
        var file = ImportFile(bytes, format: format)
        file.institution = institution
        return try ProgramImport.plan(
            file, existing: [], institutions: ["cedar"], information: LabourMarketInformation(), now: Self.now)
    }

    private func workbook(_ columns: [String], _ rows: [[WorkbookWriter.Value]]) -> [UInt8] {
        var writer = WorkbookWriter()
        writer.beginSheet("programs", columns.map { WorkbookWriter.Column($0, width: 10, style: $0 == "last_confirmed" ? .date : .text) })
        for row in rows { writer.append(row) }
        writer.endSheet()
        return writer.finish()
    }

    @Test func `dates and numbers are read as cells hold them`() throws {
        let bytes = workbook(
            ["institution", "reference", "title_en", "url", "hours", "last_confirmed", "occupations"],
            [
                [
                    .text("cedar"), .number(110), .text("Welding"), .text("https://cedar.example"), .number(37.5),
                    .date(CalendarDate("2026-10-14")!), .number(72106),
                ]
            ])
        let plan = try plan(bytes)
        #expect(plan.errors.map(\.description) == [])
        #expect(plan.new.map(\.reference) == ["110"])
        #expect(plan.new.map(\.hours) == [37.5])
        #expect(plan.new.map(\.lastConfirmed) == [CalendarDate("2026-10-14")])
        #expect(plan.new.map { $0.occupations.map(\.rawValue) } == [["72106"]])
    }

    @Test func `mistakes have the row and the column of the sheet`() throws {
        let bytes = workbook(
            ["institution", "reference", "title_en", "url", "weeks"],
            [
                [.text("cedar"), .text("A"), .text("One"), .text("https://cedar.example"), .text("two")],
                [.text("cedar"), .text("B"), .text("Two"), .text("not an address"), .number(2)],
            ])
        #expect(
            try plan(bytes).errors.map(\.description) == [
                "Row 2, column \"weeks\": \"two\" is not a number above zero.",
                "Row 3, column \"url\": \"not an address\" is not an address that starts with https:// or http://.",
            ])
    }

    @Test func `unknown columns are named, and the errors of a returned file are passed over`() throws {
        let bytes = workbook(["institution", "reference", "ERRORS", "price"], [])
        #expect(try plan(bytes).errors.map(\.reason) == [.unknownColumns(["price"])])
    }

    @Test func `a file of one institution need not say so`() throws {
        let bytes = workbook(["reference", "title_en", "url"], [[.text("A"), .text("One"), .text("https://cedar.example")]])
        #expect(try plan(bytes).errors.map(\.reason) == [.missingColumns(["institution"])])
        #expect(try plan(bytes, of: "cedar").new.map(\.institution) == ["cedar"])
    }

    @Test func `what is no table of the kind its name says is refused with a sentence`() throws {
        #expect(try plan(Array("institution,reference\n".utf8)).errors.map(\.reason).count == 1)
        let workbook = workbook(["institution", "reference"], [])
        for bytes in [
            workbook, [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3], [0xFE, 0xFF, 0x00, 0x69, 0x00, 0x6E], Array("institution\0,reference\n".utf8),
        ] {
            let errors = try plan(bytes, .csv).errors
            #expect(errors.count == 1)
            guard case .unreadable(_, .notText)? = errors.first?.reason else {
                Issue.record("\(errors)")
                continue
            }
        }
    }

    @Test func `a null character below the first piece of a file is told where it stands`() throws {
        var text = "institution,reference,title_en,url\n"
        for index in 0..<9_000 { text += "cedar,R\(index),A title of some length,https://cedar.example/\(index)\n" }
        text += "cedar,X,Ti\0tle,https://cedar.example\n"
        #expect(
            try plan(Array(text.utf8), .csv).errors.map(\.description) == [
                "Row 9002, column \"title_en\": the text has a control character in it."
            ])
    }

    @Test func `the template has every column, and the columns' meaning on a second sheet`() throws {
        let explanation = WorkbookExplanation(
            table: "Programmes", sheet: "Colonnes", heads: ["Colonne", "Sens", "Permis", "Exemple"],
            rows: ProgramColumn.allCases.map { [$0.name, "?", "", ""] })
        let table = try WorkbookTable(ProgramExport.template(.xlsx, explanation: explanation))
        #expect(table.columns == ProgramColumn.names)
        #expect(try table.next() == nil)
        #expect(try plan(ProgramExport.template(.csv)).errors.isEmpty == false)
        #expect(try plan(ProgramExport.template(.csv), .csv).errors.isEmpty)
    }
}
