import Testing
import TextAnalysis

@Suite struct TextAnalyzerTests {
    private let analyzer = TextAnalyzer()

    @Test(arguments: [
        ("PSW nights", ["personal", "support", "worker", "nights"]),
        ("R.N.", ["registered", "nurse"]),
        ("A/R clerk", ["accounts", "receivable", "clerk"]),
        ("R & D engineer", ["research", "development", "engineer"]),
        ("R&D", ["research", "development"]),
        ("C++ / C# / .NET dev", ["cplusplus", "csharp", "dotnet", "developer"]),
        ("V.P. Sales", ["vice", "president", "sales"]),
        ("I.T. Mgr", ["information", "technology", "manager"]),
        ("realtor", ["real", "estate", "agent"]),
        ("labor relations", ["labour", "relations"]),
        ("driver's helper", ["driver", "helper"]),
        ("alderman/woman", ["alderman"]),
        ("Boucher (h/f/x)", ["boucher"]),
        ("Ingénieur m/w/d", ["ingenieur"]),
        ("ouvrier d'entretien", ["ouvrier", "entretien"]),
        ("qu'est-ce", ["est", "ce"]),
        ("technicien(ne)", ["technicien"]),
        ("employé·e·s", ["employe"]),
        ("employé.e", ["employe"]),
        ("infirmier/-ère", ["infirmier"]),
        ("conseiller-ère", ["conseiller"]),
        ("2D animator", ["2d", "animator"]),
        ("PAB", ["prepose", "beneficiaires"]),
    ])
    func `a title is cut into whole words`(title: String, tokens: [String]) {
        #expect(analyzer.tokens(title) == tokens)
    }

    @Test(arguments: [
        ("opérateur/opératrice de presse", "operateur press"),
        ("préposée aux bénéficiaires", "prepos beneficiair"),
        ("infirmières auxiliaires", "infirmier auxiliair"),
        ("chirurgienne", "chirurgien"),
        ("vendeuses", "vendeur"),
        ("agents administratifs/agentes administratives", "agent administratif"),
        ("officiers municipaux", "officier municipal"),
        ("salespeople", "salesman"),
        ("firewoman", "fireman"),
        ("nurses", "nurse"),
        ("waiters and waitresses", "waiter waitress"),
        ("industries", "industri"),
        ("industry", "industri"),
    ])
    func `gender, number and language variants share their stems`(text: String, stems: String) {
        let expected = stems.split(separator: " ").map(String.init)
        #expect(analyzer.stems(text) == expected)
    }

    @Test func `it is a pronoun in a sentence and a department in a title`() {
        #expect(analyzer.stems("IT support").contains("technologi"))
        let sentence = "Plan the work of a team and report it to the owner of the site every week, in writing"
        #expect(!analyzer.stems(sentence).contains("technologi"))
    }

    @Test func `a title of stop words alone still says something`() {
        #expect(!analyzer.stems("The Who").isEmpty)
        #expect(analyzer.stems(" — ").isEmpty)
    }

    @Test func `words of a family share a root`() {
        #expect(Set(analyzer.roots("weld welding welder", language: .en)) == ["weld"])
        #expect(Set(analyzer.roots("soudage soudeuse", language: .fr)).count == 2)
        #expect(Set(analyzer.roots("mécanicien mécanique", language: .fr)) == ["mecani"])
    }

    @Test func `search stems are the same for a word with and without its accents and gender`() {
        let forms = ["préposé", "préposée", "prepose", "préposés", "PRÉPOSÉES"]
        #expect(Set(forms.map { analyzer.searchStems($0, language: .fr) }).count == 1)
        #expect(analyzer.searchStems("Welding courses", language: .en) == analyzer.searchStems("weld course", language: .en))
    }

    @Test func `stemmers answer from many threads at once`() async {
        let expected = analyzer.searchStems("community nursing services", language: .en)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 {
                group.addTask { TextAnalyzer().searchStems("community nursing services", language: .en) == expected }
            }
            for await same in group { #expect(same) }
        }
    }

    @Test func `no text makes the analyser fail, and case and accents never matter`() {
        var generator = SeededGenerator(seed: 20_261_123)
        for _ in 0..<2_000 {
            let text = randomText(using: &generator)
            let stems = analyzer.stems(text)
            #expect(stems == analyzer.stems(analyzer.folded(text)), "\(text)")
            #expect(Set(stems).count == stems.count)
            _ = analyzer.searchStems(text, language: .fr)
            _ = analyzer.roots(text, language: .en)
        }
        for title in ["Préposé aux bénéficiaires", "Caissière", "Œnologue", "Agent(e) d'intégrité"] {
            #expect(analyzer.stems(title) == analyzer.stems(title.uppercased()))
            #expect(analyzer.stems(title) == analyzer.stems(analyzer.folded(title)))
        }
    }

    private func randomText(using generator: inout SeededGenerator) -> String {
        let alphabet = Array("abcdeéèêçœÆÑ'’-/.()&+# \n\t0129ABCXYZßﬁ漢ᐃ😀\u{301}\u{200D}\u{0}·•")
        return String((0..<Int.random(in: 0...40, using: &generator)).map { _ in alphabet.randomElement(using: &generator)! })
    }
}
