import LabourMarket
import Testing

struct DelimitedTextTests {
    @Test func `a quoted cell may hold separators, quotation marks and line ends`() throws {
        let text = try DelimitedText(
            text: "name,notes\r\n\"Soudage, niveau 1\",\"said \"\"yes\"\"\nand left\"\r\nplain,x\r\n", name: "a.csv")
        let columns = try text.require("name", "notes")
        #expect(text.count == 2)
        #expect(text.row(0)[columns[0]] == "Soudage, niveau 1")
        #expect(text.row(0)[columns[1]] == "said \"yes\"\nand left")
        #expect(text.row(1)["name"] == "plain")
    }

    @Test func `rows are numbered as a spreadsheet shows them, and lines as an editor does`() throws {
        let text = try DelimitedText(text: "a,b\n\"1\n1\",2\n\n3,4\n", name: "a.csv")
        #expect(text.rows.map(\.number) == [2, 4])
        #expect(text.rows.map(\.line) == [2, 5])
    }

    @Test(arguments: [("a;b\n1;2", 2), ("a\tb\n1\t2", 2), ("a,b\n1,2", 2), ("a\nx", 1)])
    func `the separator is the one that parts the column names`(text: String, columns: Int) throws {
        #expect(try DelimitedText(text: text, name: "a.csv").columns.count == columns)
    }

    @Test func `a file from Excel on Windows is read in Windows-1252`() throws {
        let bytes: [UInt8] = [0x6D, 0xE9, 0x74, 0x69, 0x65, 0x72, 0x0A, 0x80, 0x92]
        let text = try DelimitedText(bytes, name: "a.csv")
        #expect(text.columns == ["métier"])
        #expect(text.row(0)["métier"] == "€’")
    }

    @Test func `a byte order mark is not part of the first column's name`() throws {
        let utf8 = try DelimitedText([0xEF, 0xBB, 0xBF] + Array("code,é\n1,2".utf8), name: "a.csv")
        #expect(utf8.columns == ["code", "é"])
        let utf16 = "code\té\n1\tœ".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let text = try DelimitedText([0xFF, 0xFE] + utf16, name: "a.csv")
        #expect(text.row(0)["é"] == "œ")
    }

    @Test func `a tab-separated file may use quotation marks as ordinary characters`() throws {
        let text = try DelimitedText(text: "a\tb\n\"12 inch\" saw\t1\n", name: "a.txt", options: .init(quotes: false))
        #expect(text.row(0)["a"] == "\"12 inch\" saw")
    }

    @Test func `a row with too many cells is refused with its number`() {
        #expect(throws: DelimitedTextError(file: "a.csv", row: 3, reason: .cellCount(found: 3, expected: 2))) {
            try DelimitedText(text: "a,b\n1,2\n1,2,3\n", name: "a.csv")
        }
    }

    @Test func `short rows are accepted only where they are asked for`() throws {
        #expect(throws: DelimitedTextError.self) { try DelimitedText(text: "a,b\n1\n", name: "a.csv") }
        let text = try DelimitedText(text: "a,b\n1\n", name: "a.csv", options: .init(shortRecords: true))
        #expect(text.row(0)["b"] == nil)
    }

    @Test(arguments: ["a,b\n\"1,2\n", "a,b\n\"1\"x,2\n", "", "a,a\n1,2\n"])
    func `what is not a table is refused`(text: String) {
        #expect(throws: DelimitedTextError.self) { try DelimitedText(text: text, name: "a.csv") }
    }

    @Test func `an error says where, what and why in one sentence`() throws {
        let text = try DelimitedText(text: "Code,Immigration\n1,12x\n", name: "cops.csv")
        let column = try #require(text.column("Immigration"))
        let error = #expect(throws: DelimitedTextError.self) { try text.row(0).integer(column) }
        #expect(error?.description == "cops.csv, row 2, column \"Immigration\": \"12x\" is not a whole number.")
    }

    @Test func `all missing columns are named at once`() throws {
        let text = try DelimitedText(text: "a,b\n", name: "a.csv")
        #expect(throws: DelimitedTextError(file: "a.csv", row: 1, reason: .missingColumns(["c", "d"]))) { try text.require("a", "c", "d") }
    }
}

struct WrittenNumberTests {
    @Test(arguments: [
        ("8,238,800", 8_238_800), ("8 238 800", 8_238_800), ("8\u{A0}238\u{202F}800", 8_238_800), ("-179200", -179_200), ("-1,000", -1000),
        ("0", 0),
    ])
    func `numbers are read as publishers write them`(text: String, value: Int) {
        #expect(WrittenNumber.integer(text) == value)
    }

    @Test(arguments: ["8,23", "8,2388,00", "1.5", "", "N/A", "+5", "1,00a", ",100", "1 000,000"])
    func `what only looks like a number is refused`(text: String) {
        #expect(WrittenNumber.integer(text) == nil)
    }
}
