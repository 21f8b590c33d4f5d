import Domain
import Matching
import Testing

struct TagSuggesterTests {
    private let suggester = TagSuggester(SampleLabourMarket.information, matcher: OccupationMatcher(SampleLabourMarket.information))
    private let text = """
        Learn to write programs in Python for hospitals and clinics. Keep every version in Git, and bring your own laptop.
        Graduates work as software developers. Dementia care is not part of it.
        """

    @Test(arguments: TagTarget.Kind.allCases)
    func `evidence is a sentence of the text, or its title`(kind: TagTarget.Kind) {
        let title = "Python for beginners"
        let found = suggester.suggestions(kind, title: title, description: text, language: .en)
        #expect(!found.isEmpty)
        for suggestion in found {
            #expect(suggestion.target.kind == kind)
            #expect((0...1).contains(suggestion.confidence))
            if let evidence = suggestion.evidence { #expect(title == evidence || text.contains(evidence), "\(evidence)") }
        }
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.confidence >= $1.confidence })
    }

    @Test func `a technology that is named comes first, with the sentence that names it`() {
        let found = suggester.suggestions(.technology, title: "", description: text, language: .en)
        #expect(Set(found.prefix(2).map(\.target.code)) == ["python", "git"])
        let git = found.first { $0.target.code == "git" }
        #expect(git?.evidence == "Keep every version in Git, and bring your own laptop")
    }

    @Test func `a product is known without its maker, unless it is called like an everyday word`() {
        var information = SampleLabourMarket.information
        for name in ["Autodesk AutoCAD", "Autodesk Revit", "Autodesk Inventor"] {
            let id = Technology.ID(name.lowercased())
            information.technologies[id] = Technology(id: id, name: LocalizedText(en: name), kind: .software)
        }
        information.technologies["autocad"] = nil
        let suggester = TagSuggester(information, matcher: OccupationMatcher(information), kinds: [.technology])
        let found = suggester.suggestions(
            .technology, title: "", description: "Draw parts in AutoCAD for an inventor.", language: .en, limit: 5)
        let confidence = Dictionary(uniqueKeysWithValues: found.map { ($0.target.code, $0.confidence) })
        #expect(found.first?.target.code == "autodesk autocad")
        #expect(confidence["autodesk autocad"] ?? 0 > 2 * (confidence["autodesk inventor"] ?? 0))
    }

    @Test func `no more than asked for, and nothing for nothing`() {
        #expect(suggester.suggestions(.technology, title: "Git", description: text, limit: 1).count == 1)
        #expect(suggester.suggestions(.skill, title: " ", description: "\n").isEmpty)
    }

    @Test func `a model adds to words, and the text stays the source of every sentence`() {
        let embedded = TagSuggester(
            SampleLabourMarket.information, matcher: OccupationMatcher(SampleLabourMarket.information, embedding: .sample()))
        for suggestion in embedded.suggestions(.technology, title: "Git", description: text) {
            #expect(suggestion.evidence.map { $0 == "Git" || text.contains($0) } ?? true)
        }
    }
}
