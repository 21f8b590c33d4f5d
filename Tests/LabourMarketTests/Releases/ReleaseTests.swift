import Domain
import Testing

@testable import LabourMarket

struct ReleaseTests {
    @Test func `a release survives being written and read`() throws {
        let release = Release.sample([["1", "one  line\nbroken\u{A0}up"], ["2", ""]])
        let read = try Release(document: release.document)
        #expect(read == release)
        #expect(read.table("sample")?.text == "1\tone line broken up\n2\t\n")
        #expect(read.source.rows == 2)
        #expect(read.document == release.document)
    }

    @Test func `an empty table survives too`() throws {
        let release = Release(kind: .cops, source: .sample, tables: [.sample([]), .sample([["1", "x"]], name: "second")])
        #expect(try Release(document: release.document) == release)
    }

    @Test(arguments: BuiltInReleases.kinds)
    func `every built-in release survives being written and read`(kind: ReleaseKind) throws {
        let release = try BuiltInReleases.release(kind)
        #expect(try Release(document: release.document) == release)
    }

    @Test(arguments: ["", "code,title\n1,x\n", "tremplin-release\t2\nkind\tcops\n", "tremplin-release\t1\nkind\tcops\n"])
    func `a text that is no release is refused`(text: String) {
        #expect(throws: ReleaseError.self) { try Release(document: text) }
    }

    @Test func `a damaged row is found when it is used, with its table and row`() throws {
        var text = Release.sample([["1", "x"]]).document
        text += "only one cell\n"
        let release = try Release(document: text)
        let error = #expect(throws: ReleaseError.self) {
            var cursor = try release.requiredTable("sample").cursor(of: .cops)
            while try cursor.next() {}
        }
        #expect(error?.table == "sample" && error?.row == 2 && error?.reason == .cellCount)
    }

    @Test func `a difference tells added, removed and changed rows apart`() throws {
        let before = Release.sample([["1", "a"], ["2", "b"], ["3", "c"]])
        let after = Release.sample([["2", "b"], ["3", "C"], ["4", "d"]])
        let table = try #require(after.difference(from: before).tables.first)
        #expect((table.added, table.removed, table.changed, table.unchanged) == (1, 1, 1, 1))
        #expect(table.examples.map(\.before) == [nil, "1\ta", "3\tc"])
        #expect(table.examples.map(\.after) == ["4\td", nil, "3\tC"])
        #expect(!after.difference(from: before).isEmpty)
    }

    @Test func `a release differs from nothing by all its rows, and from itself by none`() {
        let release = Release.sample([["1", "a"]])
        #expect(release.difference(from: nil).tables.map(\.added) == [1])
        #expect(release.difference(from: release).isEmpty)
    }
}

extension Release {
    static func sample(_ rows: [[String]]) -> Release { Release(kind: .cops, source: .sample, tables: [.sample(rows)]) }
}

extension ReleaseTable {
    static func sample(_ rows: [[String]], name: String = "sample") -> ReleaseTable {
        ReleaseTable(name: name, columns: ["id", "text"], keyColumns: 1, rows: rows)
    }
}

extension ReferenceSource {
    static let sample = ReferenceSource(
        key: "cops", publisher: LocalizedText(en: "A", fr: "B"), title: LocalizedText(en: "C", fr: "D"), version: "1",
        asOf: CalendarDate(dayNumber: 20_000), licence: LocalizedText(en: "E", fr: "F"), url: "https://example.org/", rows: 0)
}
