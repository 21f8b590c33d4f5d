import Domain
import Foundation
import LabourMarket
import Matching
import Testing

/// The matcher over the built-in releases, made once for the tests that need all of NOC 2021.
private let builtIn = Result { try LabourMarketInformation(releases: BuiltInReleases.all()) }

@Suite struct EvaluationTests {
    @Test func `the first right answer's place is averaged over ties`() {
        let benchmark = LabelBenchmark(
            language: .en, labels: [["a", "welder"], ["b", "Welder"], ["c", "cook"]], queries: [["q", "welder"]],
            annotations: [["q", "0", "b", "1"]])
        let figures = Evaluator.benchmark(benchmark, named: "x").first?.figures
        #expect(figures?.reciprocalRank == 0.75)
        #expect(figures?.first == 0)
    }

    @Test func `held-out titles are the same in every run`() {
        let held = HeldOutTitles.split(Classification(rows: (0..<4000).map { .init(code: "x", language: .en, label: "title \($0)") }))
        #expect(held.heldOut.count + held.kept.rows.count == 4000)
        #expect((120...280).contains(held.heldOut.count))
        #expect(
            HeldOutTitles.isHeldOut(.init(code: "1", language: .en, label: "title 37")) == held.heldOut.contains { $0.text == "title 37" })
    }

    @Test func `a report is a table of plain text`() {
        var report = EvaluationReport()
        report.add(Evaluator.titles([.init(text: "Welder", language: .en, codes: ["72106"])], named: "mine", OccupationMatcher(.sample)))
        #expect(report.figures("mine", "matcher")?.first == 1)
        #expect(report.text.contains("mine  matcher                1  1.000  1.000  1.000  1.000"))
    }

    /// 95 and 98 of 100: under the 390 and 397 of 397 when the searches and the matcher were last worked on (docs/matching.md).
    @Test func `people's own words find the right unit group of NOC 2021`() throws {
        let matcher = OccupationMatcher(try builtIn.get())
        var first = 0
        var five = 0
        var missed: [String] = []
        for search in Searches.all {
            let codes = matcher.match(search.text, language: Language(rawValue: search.language)).matches.map(\.code)
            if codes.first.map(search.codes.contains) ?? false { first += 1 } else { missed.append(search.text) }
            if codes.contains(where: search.codes.contains) { five += 1 }
        }
        #expect(Double(first) >= 0.95 * Double(Searches.all.count), "\(missed)")
        #expect(Double(five) >= 0.98 * Double(Searches.all.count))
        for text in ["PSW", "personal support worker", "préposé aux bénéficiaires"] {
            #expect(matcher.match(text).first?.code == "33102")
        }
    }

    /// All of them where the checks over full files run; else one in twelve, for which .06 is two standard errors. The thresholds lie
    /// a point or two under the figures of docs/matching.md.
    @Test func `held-out official titles are found in both languages`() throws {
        let isFull = ProcessInfo.processInfo.environment["TREMPLIN_SHARED"] != nil
        let allowance = isFull ? 0 : 0.06
        var report = EvaluationReport()
        report.add(Evaluator.heldOutTitles(Classification(try builtIn.get()), step: isFull ? 1 : 12))
        for (set, ranking, least) in [
            ("held-out en", "vote", 0.65), ("held-out fr", "vote", 0.66), ("held-out en", "matcher", 0.73),
            ("held-out fr", "matcher", 0.74),
            ("held-out fr, misspelt", "matcher", 0.72),
        ] {
            #expect(report.figures(set, ranking)?.first ?? 0 >= least - allowance, "\(set), \(ranking)")
        }
    }
}
