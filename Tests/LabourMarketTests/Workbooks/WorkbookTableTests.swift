import Domain
import Testing

@testable import LabourMarket

@Suite struct WorkbookTableTests {
    private func rows(_ bytes: [UInt8]) throws -> [WorkbookTable.Row] {
        let table = try WorkbookTable(bytes)
        var rows: [WorkbookTable.Row] = []
        while let piece = try table.next() { rows += piece }
        return rows
    }

    private func texts(_ bytes: [UInt8]) throws -> [[String]] { try rows(bytes).map { $0.cells.map(\.text) } }

    private func problem(_ bytes: [UInt8]) -> WorkbookProblem? {
        do {
            _ = try rows(bytes)
            return nil
        } catch { return error as? WorkbookProblem }
    }

    private static let head =
        #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>b</t></is></c><c r="D1" t="str"><v>d</v></c></row>"#

    @Test func `a table is read as an office program writes it: shared texts, texts in place, numbers, yes and no, and cells left out`()
        throws
    {
        let bytes = StoredArchive.workbook(
            rows: Self.head + #"<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>37.5</v></c><c r="D3" t="b"><v>1</v></c></row>"#
                + #"<row r="4"/><row r="5"><c r="B5"><v>33102</v></c><c r="C5"><v>1.0</v></c></row>"#,
            texts: ["a", " Soins &amp; d&#233;mence_x000D_\n "])
        let table = try WorkbookTable(bytes)
        #expect(table.columns == ["a", "b", "", "d"])
        let rows = try #require(try table.next())
        #expect(rows.map(\.number) == [3, 5])
        #expect(rows[0].cells.map(\.text) == ["Soins & démence", "37.5", "", "yes"])
        #expect(rows[1].cells.map(\.text) == ["", "33102", "1"])
        #expect(rows.allSatisfy { row in row.cells.allSatisfy { $0.trouble == nil } && !row.exceeds })
        #expect(try table.next() == nil)
    }

    @Test func `a number whose format shows a date is a day, whichever year days are counted from`() throws {
        let formats = #"<numFmt numFmtId="164" formatCode="yyyy\-mm\-dd;@"/><numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/>"#
        let styles = #"<xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>"#
        let rows =
            Self.head
            + #"<row r="2"><c r="A2" s="1"><v>46399</v></c><c r="B2" s="2"><v>46399.75</v></c><c r="C2" s="3"><v>5</v></c><c r="D2" t="d"><v>2027-01-12T00:00:00</v></c></row>"#
        #expect(
            try texts(StoredArchive.workbook(rows: rows, texts: ["a"], formats: formats, styles: styles))
                == [["2027-01-12", "2027-01-12", "5", "2027-01-12"]])
        let from1904 = rows.replacing("46399", with: "44937")
        #expect(
            try texts(StoredArchive.workbook(rows: from1904, texts: ["a"], properties: " date1904=\"1\"", formats: formats, styles: styles))
                == [["2027-01-12", "2027-01-12", "5", "2027-01-12"]])
    }

    @Test func `what a formula computed, a failed cell and a value without a column are told`() throws {
        let found = try rows(
            StoredArchive.workbook(
                rows: Self.head
                    + #"<row r="2"><c r="A2" t="str"><f>A1&amp;"x"</f><v>ax</v></c><c r="B2" t="e"><v>#REF!</v></c><c r="F2"><v>1</v></c></row>"#,
                texts: ["a"]))
        #expect(found[0].cells.map(\.trouble) == [.formula, .error])
        #expect(found[0].cells.map(\.text) == ["ax", "#REF!"])
        #expect(found[0].exceeds)
    }

    @Test func `what a writer writes is read back, in every character`() throws {
        let values = ["=1+1", "<b>&\"'", "é\u{301} 👩‍🔧", "a\r\nb", "_x000D_", "tab\tin", "nul\u{1}l", "-3"]
        var writer = WorkbookWriter()
        writer.beginSheet(
            "One & two", values.indices.map { WorkbookWriter.Column("c\($0)", width: 10, choices: $0 == 0 ? ["x", "y"] : []) })
        writer.append(values.map { .text($0) })
        writer.append([.number(37.5), .number(1e6), .date(CalendarDate("2027-01-12")!), .blank, .text("z")])
        writer.endSheet()
        writer.beginSheet("Other", [WorkbookWriter.Column("x", width: 10)])
        writer.endSheet()
        let read = try texts(writer.finish())
        #expect(read[0].map { Array($0.utf8) } == values.map { Array($0.utf8) })
        #expect(read[1] == ["37.5", "1000000", "2027-01-12", "", "z"].map { $0 == "2027-01-12" ? "46399" : $0 })
    }

    @Test func `letters of columns go on after Z`() {
        #expect([0, 25, 26, 27, 701, 702].map(WorkbookWriter.letters) == ["A", "Z", "AA", "AB", "ZZ", "AAA"])
    }

    // MARK: - Files that mean harm

    @Test func `a workbook with macros is refused, and so is one of the old kind, or with a password`() {
        #expect(problem(StoredArchive.workbook(rows: Self.head, others: [("xl/vbaProject.bin", "x")])) == .macros)
        #expect(problem([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .oldOrLocked)
    }

    @Test func `another archive, a text and nothing at all are no workbooks`() {
        #expect(problem(StoredArchive([("readme.txt", "x")]).whole) == .notAWorkbook)
        #expect(problem(Array("institution,reference\n".utf8)) == .notAWorkbook)
        #expect(problem([]) == .notAWorkbook)
    }

    @Test func `a bomb is refused by what it unpacks to`() {
        var writer = WorkbookWriter()
        writer.beginSheet("Bomb", [WorkbookWriter.Column("a", width: 10)])
        let text = String(repeating: "a", count: 200_000)
        for _ in 0..<1_000 { writer.append([.text(text)]) }
        writer.endSheet()
        let bytes = writer.finish()
        // 200 MB in some hundreds of kilobytes.
        #expect(bytes.count < 1 << 20)
        #expect(problem(bytes) == .unpacksTooLarge)
    }

    @Test func `a shared text that many cells point to is not multiplied`() throws {
        let long = String(repeating: "x", count: 300_000)
        let cells = (2...3_000).map { #"<row r="\#($0)"><c r="A\#($0)" t="s"><v>1</v></c></row>"# }.joined()
        let found = try rows(StoredArchive.workbook(rows: Self.head + cells, texts: ["a", long]))
        #expect(found.allSatisfy { $0.cells[0].text.isEmpty && $0.cells[0].trouble == .tooLong })
    }

    @Test func `rows and columns beyond any sheet, or that go backwards, are damage`() {
        for row in [
            #"<row r="99999999999"><c r="A2"><v>1</v></c></row>"#, #"<row r="1"><c r="A1"><v>1</v></c></row>"#, #"<row r="-4"></row>"#,
            #"<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>"#, #"<row r="2"><c r="C2"><v>1</v></c><c r="A2"><v>1</v></c></row>"#,
            #"<row r="2"><c r="A2"><v>1</v>"#,
        ] {
            #expect(problem(StoredArchive.workbook(rows: Self.head + row, texts: ["a"])) == .damaged, "\(row)")
        }
    }

    @Test func `a workbook cut off anywhere is refused, and never read as a shorter table`() throws {
        var writer = WorkbookWriter()
        writer.beginSheet("T", [WorkbookWriter.Column("a", width: 10)])
        for index in 0..<200 { writer.append([.text("row \(index * 7919 % 1_000)")]) }
        writer.endSheet()
        let bytes = writer.finish()
        for length in stride(from: 0, to: bytes.count - 1, by: 37) { #expect(problem(Array(bytes[..<length])) != nil, "\(length)") }
    }

    @Test func `bytes changed at random end in a table or in a problem, and never otherwise`() {
        var random = SystemRandomNumberGenerator()
        let bytes = StoredArchive.workbook(rows: Self.head + #"<row r="2"><c r="A2" t="s"><v>0</v></c></row>"#, texts: ["a", "b"])
        for _ in 0..<2_000 {
            var changed = bytes
            for _ in 0..<3 { changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
            do { _ = try rows(changed) } catch { #expect(error is WorkbookProblem) }
        }
    }

    @Test func `a sheet without column names, or with one twice, is refused`() {
        #expect(problem(StoredArchive.workbook(rows: "")) == .empty)
        #expect(problem(StoredArchive.workbook(rows: #"<row r="2"><c r="A2"><v>1</v></c></row>"#)) == .empty)
        let twice = #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c></row>"#
        #expect(problem(StoredArchive.workbook(rows: twice, texts: ["a"])) == .columnTwice)
    }
}
