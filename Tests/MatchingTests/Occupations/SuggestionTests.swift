import Domain
import Matching
import Testing

@Suite struct SuggestionTests {
    private let matcher = OccupationMatcher(.sample)

    private func titles(_ prefix: String, _ language: Language = .en, limit: Int = 5) -> [String] {
        matcher.suggestions(prefix, language: language, limit: limit).map(\.title)
    }

    @Test func `beginnings of any words of a title complete it`() {
        #expect(titles("tru") == ["Truck driver"])
        #expect(titles("driv tr") == ["Truck driver"])
        #expect(Set(titles("personal s")) == ["Personal support worker - nursing care", "Personal support worker - home support"])
    }

    @Test func `accents and case do not matter, and each title brings its code`() {
        let found = matcher.suggestions("PREPOSE AUX B", language: .fr, limit: 5)
        #expect(found.first?.title == "Préposé/préposée aux bénéficiaires")
        #expect(found.first?.code.rawValue == "33102")
    }

    @Test func `titles in one's own language come first, those in the other when there are no others`() {
        #expect(titles("soud", .en) == ["Soudeur/soudeuse"])
        #expect(titles("w", .en).allSatisfy { $0.hasPrefix("Weld") || $0.contains("worker") })
    }

    @Test func `one misspelt beginning is forgiven, and an abbreviation is written out`() {
        #expect(titles("wleder").first == "Welder")
        #expect(Set(titles("psw")) == ["Personal support worker - nursing care", "Personal support worker - home support"])
    }

    @Test func `nothing typed, nothing offered; never more than asked for`() {
        #expect(titles("").isEmpty)
        #expect(titles(" - ").isEmpty)
        #expect(titles("w", limit: 1).count == 1)
        #expect(titles("zzzz").isEmpty)
    }
}
