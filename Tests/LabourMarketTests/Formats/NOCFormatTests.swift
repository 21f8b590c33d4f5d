import Domain
import Testing

@testable import LabourMarket

struct NOCFormatTests {
    @Test func `files are known by their columns, in any order`() throws {
        let release = try FormatFixtures.noc()
        #expect(
            release.table("unit-groups")?.text == """
                33102\tNurse aides\tAides-infirmiers/aides-infirmières
                72106\tWelders\tSoudeurs/soudeuses

                """)
        #expect(release.table("groups")?.rowCount == 8)
        #expect(release.version == "2021 v1.0")
    }

    @Test func `an English title that the published index lacks is left out`() throws {
        #expect(
            try FormatFixtures.noc().table("job-titles")?.text == """
                33102\ten\tOrderly
                33102\tfr\tPréposé/préposée aux bénéficiaires
                72106\ten\tWelder
                72106\tfr\tSoudeur/soudeuse

                """)
    }

    @Test func `duties leave counted roots of words and no sentence`() throws {
        let release = try FormatFixtures.noc()
        let market = try LabourMarketInformation(releases: [release])
        let code = OccupationCode.welders
        let words = try #require(market.dutyWords[code]?[.en])
        #expect(words["weld"] == 4)
        #expect(words["following"] == nil && words["follow"] == nil)
        #expect(market.dutyWords[code]?[.fr]?.isEmpty == false)
    }

    @Test func `without the duties there are no word counts`() throws {
        let texts = FormatFixtures.texts(FormatFixtures.classes, FormatFixtures.titlesEN, FormatFixtures.titlesFR)
        let release = try ReleaseReader.read(kind: .noc, texts: texts, background: [try BuiltInReleases.release(.noc)])
        #expect(release.table("duty-words") == nil)
        #expect(release.table("job-titles")?.rowCount == 5)
    }

    @Test func `a title of an unknown unit group is refused with row and column`() throws {
        let titles = FormatFixtures.titlesEN + "72107,Ghost,Welders\n"
        let error = #expect(throws: ReleaseReadingError.self) { try FormatFixtures.noc(titles: titles) }
        #expect(
            error?.description == "file5.csv, row 5, column \"noc2021\": \"72107\" is not the code of a unit group of NOC 2021.")
    }

    @Test func `a title given twice is refused`() throws {
        let titles = FormatFixtures.titlesEN + "72106,Welder,Welders\n"
        let error = #expect(throws: ReleaseReadingError.self) { try FormatFixtures.noc(titles: titles) }
        #expect(error?.description == "file5.csv, row 5, column \"title\": \"Welder\" is already in row 3.")
    }

    @Test func `a missing file is named with its columns`() throws {
        let error = #expect(throws: ReleaseReadingError.self) {
            try ReleaseReader.read(
                kind: .noc, texts: FormatFixtures.texts(FormatFixtures.titlesEN), background: [try BuiltInReleases.release(.noc)])
        }
        guard case .missing(.noc, "classes.csv", _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `a file of another sort is not understood`() throws {
        let error = #expect(throws: ReleaseReadingError.self) {
            try ReleaseReader.read(
                kind: .noc, texts: FormatFixtures.texts("name,price\nx,1\n"), background: [try BuiltInReleases.release(.noc)])
        }
        guard case .notRecognised("file1.csv", .noc, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `both files of titles in one language are refused`() throws {
        let texts = FormatFixtures.texts(FormatFixtures.classes, FormatFixtures.titlesEN, FormatFixtures.titlesEN)
        #expect(throws: ReleaseReadingError.self) {
            try ReleaseReader.read(kind: .noc, texts: texts, background: [try BuiltInReleases.release(.noc)])
        }
    }
}
