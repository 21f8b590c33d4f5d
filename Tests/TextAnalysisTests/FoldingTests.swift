import Testing
import TextAnalysis

@Suite struct FoldingTests {
    private let analyzer = TextAnalyzer()

    @Test func `accents, ligatures, capitals and typographic signs fold away`() {
        #expect(analyzer.folded("Œuvre d’ÉTÉ – Cæsar, Łódź, straße, ﬁn") == "oeuvre d'ete - caesar, lodz, strasse, fin")
    }

    @Test func `a decomposed accent folds like a composed one`() {
        #expect(analyzer.folded("pre\u{301}pose\u{301}") == analyzer.folded("préposé"))
    }

    @Test func `other scripts keep their letters in lower case`() {
        #expect(analyzer.folded("ΑΒΓ ᐃᓄᒃᑎᑐᑦ 漢字") == "αβγ ᐃᓄᒃᑎᑐᑦ 漢字")
    }
}
