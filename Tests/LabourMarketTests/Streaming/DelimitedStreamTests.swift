import Foundation
import Testing

@testable import LabourMarket

struct DelimitedStreamTests {
    private func records(_ bytes: [UInt8], pieces: Int) throws -> [[String]] {
        var stream = DelimitedStream(MemoryBytes(bytes, pieceSize: pieces), name: "x.csv")
        var record = RecordCells()
        var records: [[String]] = []
        while try stream.next(into: &record) { records.append((0..<record.count).map { String(decoding: record[$0], as: UTF8.self) }) }
        return records
    }

    private let text = "a,b,c\r\n1,\"x, \"\"y\"\"\nz\",é\n\n\u{1F525} fire ,,\"\"\n"
    private let expected = [["a", "b", "c"], ["1", "x, \"y\"\nz", "é"], ["\u{1F525} fire", "", ""]]

    @Test(arguments: [1, 2, 3, 5, 7, 1000])
    func `wherever a text is cut, it reads the same`(pieces: Int) throws {
        #expect(try records(Array(text.utf8), pieces: pieces) == expected)
        let utf16: [UInt8] = [0xFF, 0xFE] + Array(text.utf16).flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        // The byte order mark is in the first piece of any real file.
        if pieces > 1 { #expect(try records(utf16, pieces: pieces) == expected) }
    }

    @Test func `it reads what the reader of whole texts reads`() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let cells = ["", "x", "a,b", "\"", "é\n", " p "]
            let table = (0..<4).map { row in
                (0..<3).map { column in row == 0 ? "c\(column)" : cells.randomElement(using: &generator)! }
            }
            let written = table.map { $0.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") }.joined(
                separator: "\n")
            let whole = try DelimitedText(text: written, name: "x.csv")
            let read = try records(Array(written.utf8), pieces: Int.random(in: 1...9, using: &generator)).dropFirst()
            #expect(Array(read) == whole.rows.map { row in whole.columns.map { row[$0] ?? "" } })
        }
    }

    @Test func `a quotation mark in tab-separated text is an ordinary character, and one around a cell is none of it`() throws {
        #expect(try records(Array("a\tb\n3/8\" rod\t\"x, y\"\n".utf8), pieces: 4) == [["a", "b"], ["3/8\" rod", "x, y"]])
    }

    @Test func `a record with another number of cells is refused with its row`() {
        let error = #expect(throws: ReleaseReadingError.self) { try records(Array("a,b\n1,2\n3\n".utf8), pieces: 4) }
        #expect(error?.description == "x.csv, row 3: 1 cells where there should be 2.")
    }

    @Test func `Windows-1252 is recognised, and not mistaken for UTF-8 cut in two`() throws {
        #expect(try records([0x61, 0x0A, 0x63, 0xE9, 0x0A], pieces: 100) == [["a"], ["cé"]])
        #expect(try records(Array("a\ncé\n".utf8), pieces: 4) == [["a"], ["cé"]])
    }

    @Test func `the largest text of an archive is read, and a cut archive is refused`() throws {
        let archive = try #require(Data(base64Encoded: Self.archive))
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).zip")
        defer { try? FileManager.default.removeItem(at: file) }
        try archive.write(to: file)
        var table = try TableStream(file: file)
        let count = try table.require([PublishedColumn("Count")])[0]
        var sum = 0
        while try table.next() { sum += Int(table.string(count)) ?? 0 }
        #expect(sum == 120)
        try archive.prefix(90).write(to: file)
        let error = #expect(throws: ReleaseReadingError.self) { try TableStream(file: file) }
        #expect(error?.description.contains("cannot be used: it is an archive without a list of its files") == true)
    }

    private static let archive = """
        UEsDBBQAAAAIAHGVd10HoerdBAAAAAIAAAAVAAAAMTQxMDA0NDRfTWV0YURhdGEuY3N2S+QCAFBLAwQUAAAACABxlXddJHgHjhkAAABzAQAADAAAADE0MT\
        AwNDQ0LmNzdstLzE3VSc4vzSvhKk/NSUkt0jEeZdCWAQBQSwECFAMUAAAACABxlXddB6Hq3QQAAAACAAAAFQAAAAAAAAAAAAAAgAEAAAAAMTQxMDA0NDRf\
        TWV0YURhdGEuY3N2UEsBAhQDFAAAAAgAcZV3XSR4B44ZAAAAcwEAAAwAAAAAAAAAAAAAAIABNwAAADE0MTAwNDQ0LmNzdlBLBQYAAAAAAgACAH0AAAB6AA\
        AAAAA=
        """
}
