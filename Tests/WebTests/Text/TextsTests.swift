import Domain
import Testing
import Web

/// The sentences of the pages.
@Suite struct TextsTests {
    private let en = Texts.ofSample(.en)
    private let fr = Texts.ofSample(.fr)

    private func blanks(_ text: String) -> Set<String> { Set(text.matches(of: /\{(\w+)\}/).map { String($0.output.1) }) }

    @Test func `every sentence exists in both languages`() {
        let english = Texts.ofSample.keys(.en)
        #expect(english == Texts.ofSample.keys(.fr))
        #expect(english.count > 100)
    }

    @Test func `a sentence has the same blanks in both languages`() {
        let different = Texts.ofSample.keys(.en).filter { blanks(en($0)) != blanks(fr($0)) }
        #expect(different.sorted() == [])
    }

    @Test func `what depends on a number does so in both languages`() {
        // A number no sentence writes out: where one and many differ by more than the number, there are two forms.
        func hasForms(_ t: Texts.Reader, _ key: String) -> Bool {
            t(key, count: 1, ["count": "#"]) != t(key, count: 5, ["count": "#"])
        }
        let english = Texts.ofSample.keys(.en).filter { hasForms(en, $0) }
        #expect(english.filter { !hasForms(fr, $0) }.sorted() == [])
        #expect(english.count > 5)
    }

    @Test(arguments: [
        (0, "0 programs", "0 programme"), (1, "1 program", "1 programme"), (2, "2 programs", "2 programmes"),
        (1_500, "1,500 programs", "1\u{202F}500 programmes"),
    ])
    func `nothing is singular in French and plural in English`(count: Int, english: String, french: String) {
        #expect(en("search.count", count: count) == english)
        #expect(fr("search.count", count: count) == french)
    }

    @Test(arguments: [(0.5, "hours", "heure"), (1, "hour", "heure"), (1.5, "hours", "heure"), (2, "hours", "heures")])
    func `a fraction below two is singular in French, and plural in English`(hours: Double, english: String, french: String) {
        #expect(en("facts.hours", count: hours, ["hours": "#"]) == "# \(english)")
        #expect(fr("facts.hours", count: hours, ["hours": "#"]) == "# \(french)")
    }

    @Test func `what a reader typed is not read for blanks`() {
        #expect(en("search.titleFor", ["words": "{count} {words}"]) == "Programs about “{count} {words}”")
    }

    @Test func `French marks do not stand alone at the start of a line`() {
        for key in Texts.ofSample.keys(.fr) {
            let text = fr(key)
            #expect(text.firstMatch(of: /[\u{20}\u{A0}][:;!?»]|«[^\u{202F}]/) == nil, "\(key): \(text)")
        }
    }

    @Test func `a colon inside an address is no punctuation`() {
        for key in Texts.ofSample.keys(.fr) { #expect(!fr(key).contains("https\u{202F}:"), "\(key)") }
    }

    @Test func `a sentence that does not exist shows its name, so that somebody sees it`() {
        #expect(en("no.such.text") == "no.such.text")
        #expect(!en.has("no.such.text"))
        #expect(en.has("search.title"))
    }
}
