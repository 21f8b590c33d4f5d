import Domain
import Matching
import Testing

@Suite struct OccupationMatcherTests {
    private let matcher = OccupationMatcher(.sample)

    private func first(_ text: String, language: Language? = nil) -> String? {
        matcher.match(text, language: language).first?.code
    }

    @Test(arguments: [
        ("PSW", "33102"), ("personal support worker", "33102"), ("PSW nights", "33102"), ("préposé aux bénéficiaires", "33102"),
        ("préposée aux bénéficiaires", "33102"), ("PAB", "33102"), ("prepose au beneficiare", "33102"), ("R.N.", "31301"),
        ("house keeper", "65310"), ("trucker", "73300"), ("camionneuse", "73300"), ("soudeuses", "72106"), ("wleder", "72106"),
        ("welding instructor", "41210"), ("home support worker", "44101"), ("job: welder (full time)", "72106"),
    ])
    func `a title is found as people type it`(text: String, code: String) {
        #expect(first(text) == code)
    }

    @Test func `the very title of a group comes first and is certain`() {
        let answer = matcher.match("welder fitter")
        #expect(answer.isExact && answer.isConfident)
        #expect(answer.first?.matchedTitle == "Welder-fitter")
        #expect(answer.first?.matchedLanguage == .en)
    }

    @Test func `the title shown is in the language asked in, when the group has it in both`() {
        #expect(matcher.match("infirmière", language: .fr).first?.matchedTitle == "Infirmier/infirmière")
    }

    @Test func `a title that two groups share goes to the one where more people work, unless that is switched off`() {
        let codes = matcher.match("personal support worker").matches.prefix(2).map(\.code)
        #expect(codes == ["33102", "44101"])
        #expect(matcher.withoutPrior.match("home personal support worker").first?.code == "44101")
    }

    @Test func `the industry tells groups with like titles apart`() {
        #expect(matcher.match("clerk", industry: "hospital").first?.code == "14112")
        #expect(matcher.match("clerk").suggestsIndustry)
    }

    @Test func `a text that resembles nothing gives the commonest occupations, uncertainly`() {
        let answer = matcher.match("漢字")
        #expect(answer.first?.code == "33102")
        #expect(!answer.isConfident)
        #expect(answer.first?.matchedTitle == nil)
    }

    @Test func `a blank text means nothing`() {
        #expect(matcher.match(" \n\t").matches.isEmpty)
    }

    @Test func `any text gets an answer, best first, and neither case nor accents matter`() {
        var generator = Typist(seed: 2026)
        for _ in 0..<500 {
            let text = generator.text()
            let answer = matcher.match(text, limit: 3)
            #expect(answer.matches.count == (text.allSatisfy(\.isWhitespace) ? 0 : 3), "\(text)")
            #expect(zip(answer.matches, answer.matches.dropFirst()).allSatisfy { $0.confidence >= $1.confidence })
            #expect(answer.matches.allSatisfy { (0...1).contains($0.confidence) })
            #expect(Set(answer.matches.map(\.code)).count == answer.matches.count)
            _ = matcher.suggestions(text, language: .fr, limit: 5)
        }
        for text in ["préposé aux bénéficiaires", "infirmière", "truck driver"] {
            #expect(matcher.match(text) == matcher.match(text.uppercased()))
        }
        #expect(matcher.match("préposé") == matcher.match("prepose"))
    }

    @Test func `a matcher of a single label answers`() {
        let tiny = OccupationMatcher(Classification(rows: [.init(code: "x", language: .en, label: "—")]))
        #expect(tiny.match("anything").first?.code == "x")
        #expect(tiny.suggestions("a", language: .en, limit: 3).isEmpty)
    }
}

/// Types nonsense, the same in every run.
private struct Typist {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    private mutating func number(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    mutating func text() -> String {
        let keys = Array("aeinrstolwdpéèçœÆÑ'’-/.()&+#  \n019ABCXYZßﬁ漢ᐃ😀\u{301}\u{200D}\u{0}·•")
        return String((0..<number(below: 30)).map { _ in keys[number(below: keys.count)] })
    }
}
