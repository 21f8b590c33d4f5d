import Domain
import TextAnalysis

/// A folded word as programs write it, with its accents: `prepose` is shown as `préposé`.
enum SpelledWord {
    static func inCatalogue(_ word: String, _ found: SearchWord, _ catalogue: Catalogue) -> String {
        for (index, set) in found.programs.enumerated() {
            guard let ordinal = set.first else { continue }
            let program = catalogue.segments[index].program(ordinal)
            let texts = [program.title, program.summary, program.description] + program.outcomes + tagNames(program, catalogue)
            for text in texts.flatMap({ [$0.en, $0.fr] }) {
                if let written = text.flatMap({ find(word, in: $0) }) { return written }
            }
        }
        return word
    }

    private static func find(_ word: String, in text: String) -> String? {
        text.split { !$0.isLetter && !$0.isNumber }.first { Folding.folded(String($0)) == word }.map { $0.lowercased() }
    }

    private static func tagNames(_ program: Program, _ catalogue: Catalogue) -> [LocalizedText] {
        var names: [LocalizedText] = []
        for tag in program.tags where tag.isPublic {
            TagText.forEach(tag.target, catalogue.labourMarket) { text, language, _ in
                names.append(language == .en ? LocalizedText(en: text) : LocalizedText(fr: text))
            }
        }
        return names
    }
}
