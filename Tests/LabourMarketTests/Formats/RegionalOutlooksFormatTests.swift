import Domain
import Foundation
import Testing

@testable import LabourMarket

struct RegionalOutlooksFormatTests {
    private let header =
        "NOC_Code,NOC Title,Outlook,Economic Region Code,Economic Region Name,Province,Release Date,Employment Trends,LANG\n"
    private let ontario = "NOC_33102,Nurse aides,Very good,3500,Ontario,ON,2025-12-08,\"Several\nlines, in \"\"quotes\"\".\",EN\n"
    private let ottawa = "NOC_33102,Nurse aides,Good,3510,Ottawa,ON,2025-12-08,,EN\n"

    @Test func `an outlook carries its value, place and three years`() throws {
        let release = try RegionalFixtures.read(.outlooks, header + ontario + ottawa)
        let market = try RegionalFixtures.market(release)
        let ottawa = try #require(market.regionalOutlook(.nurseAides, near: "3510"))
        #expect(ottawa.figure == RegionalOutlook(value: .good, horizon: 2025...2027) && !ottawa.isForWiderPlace)
        #expect(release.version == "2025-2027" && release.asOf == CalendarDate("2025-12-08"))
    }

    @Test func `where nothing is published the province stands in, and says so`() throws {
        let market = try RegionalFixtures.market(try RegionalFixtures.read(.outlooks, header + ontario + ottawa))
        let northeast = try #require(market.regionalOutlook(.nurseAides, near: "3590"))
        #expect(northeast.figure.value == .veryGood && northeast.region == "35" && northeast.isForWiderPlace)
        #expect(market.regionalOutlook(.nurseAides, near: nil) == nil)
    }

    @Test func `English and French rows say the same once`() throws {
        let french = ontario.replacing("Very good", with: "très bonnes").replacing(",EN\n", with: ",FR\n")
        #expect(try RegionalFixtures.read(.outlooks, header + ontario, header + french).table("outlooks")?.rowCount == 1)
        let error = #expect(throws: ReleaseReadingError.self) {
            try RegionalFixtures.read(.outlooks, header + ontario + french.replacing("très bonnes", with: "limitées"))
        }
        #expect(error?.description.contains("column \"Outlook\": \"limitées\" is not what row 2 says") == true)
    }

    @Test func `an undetermined outlook and those of other provinces are left out and counted`() throws {
        let rows = ottawa.replacing("Good", with: "Undetermined") + ottawa.replacing("3510", with: "5920")
        let release = try RegionalFixtures.read(.outlooks, header + ontario + rows)
        #expect(release.table("outlooks")?.rowCount == 1)
        #expect(release.leftOut.count == 2 && release.leftOut.allSatisfy { $0.hasPrefix("1 outlooks") })
    }

    @Test(arguments: [("Good", "Rosy", "Outlook"), ("3510", "3599", "Economic Region Code"), ("NOC_33102", "NOC_33199", "NOC_Code")])
    func `a value nobody publishes is refused with its row and column`(value: String, wrong: String, column: String) {
        let error = #expect(throws: ReleaseReadingError.self) {
            try RegionalFixtures.read(.outlooks, header + ontario + ottawa.replacing(value, with: wrong))
        }
        #expect(error?.description.contains("column \"\(column)\": \"\(wrong)\" is not") == true)
        // The first row spans two lines of the file and is one row of a spreadsheet.
        #expect(error?.description.contains("row 3") == true)
    }

    @Test func `a file that does not name its years is refused, unless the operator does`() throws {
        let text = [SourceText(name: "outlooks.csv", bytes: Array((header + ontario).utf8))]
        let background = try RegionalFixtures.background(.outlooks)
        let error = #expect(throws: ReleaseReadingError.self) {
            try ReleaseReader.read(kind: .outlooks, texts: text, background: background)
        }
        #expect(error?.description.contains("--release-version 2025-2027") == true)
        #expect(try ReleaseReader.read(kind: .outlooks, texts: text, version: "2024-2026", background: background).version == "2024-2026")
        #expect(RegionalOutlooksFormat.threeYears(in: "20252027_outlook_n21_en_251208.xlsx") == 2025...2027)
    }

    @Test func `the publisher's workbook reads like the text`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID())_20252027_outlook_n21_en.xlsx")
        try Data(SampleWorkbook.bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let release = try ReleaseReader.read(kind: .outlooks, files: [file])
        #expect(release.table("outlooks")?.text == "33102\t35\tvery-good\n33102\t3510\tgood\n")
        #expect(release.asOf == CalendarDate("2025-12-08"))
        #expect(release.leftOut.count == 2)
    }
}
