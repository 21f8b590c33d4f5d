import Domain
import Testing

/// English and French side by side.
@Suite struct LocalizedTextTests {
    @Test func `a reader gets their own language`() {
        #expect(LocalizedText(en: "Welding", fr: "Soudage").text(.fr) == "Soudage")
    }

    @Test func `a text in one language only is shown in that one, and says so`() throws {
        let resolved = try #require(LocalizedText(en: "Welding").resolved(.fr))
        #expect(resolved.text == "Welding")
        #expect(resolved.language == .en)
    }

    @Test func `a blank side is missing`() {
        let text = LocalizedText(en: "Welding", fr: " \u{A0}\n")
        #expect(text.fr == nil)
        #expect(!text.isBilingual)
    }

    @Test func `a side that is blanked is missing`() {
        var text = LocalizedText(en: "Welding", fr: "Soudage")
        text[.fr] = "  "
        #expect(text == LocalizedText(en: "Welding"))
    }

    @Test func `a text without a side says nothing`() {
        #expect(LocalizedText().isEmpty)
        #expect(LocalizedText().resolved(.en) == nil)
        #expect(LocalizedText().text(.en) == "")
    }

    @Test(arguments: Language.allCases) func `the other language's other is oneself`(language: Language) {
        #expect(language.other != language)
        #expect(language.other.other == language)
    }
}
