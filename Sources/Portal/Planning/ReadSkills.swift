package import Domain
import Matching
import Synchronization

/// Reads the skills somebody says they have.
package final class ReadSkills: Sendable {
    private let catalogue: CurrentCatalogue
    /// Made when first asked for, and again after other reference data was loaded.
    private let made = Mutex<(sources: [ReferenceSource], words: SkillWords)?>(nil)

    package init(catalogue: CurrentCatalogue) { self.catalogue = catalogue }

    package struct Answer: Hashable, Sendable {
        /// In the order written, each once.
        package var known: [TagTarget] = []
        package var unknown: [String] = []

        package init() {}
    }

    /// 20: a longer list is not typed by a person.
    private static let limit = 20

    /// - Parameter text: skills and tools, separated by commas, semicolons or lines.
    package func callAsFunction(_ text: String) -> Answer {
        var answer = Answer()
        let parts = text.split { ",;\n\r".contains($0) }.map { $0.trimmingPrefix(while: \.isWhitespace) }.filter { !$0.isBlank }
        guard !parts.isEmpty else { return answer }
        let words = words
        for part in parts.prefix(Self.limit) {
            guard let target = words.target(String(part)) else {
                answer.unknown.append(String(part))
                continue
            }
            if !answer.known.contains(target) { answer.known.append(target) }
        }
        return answer
    }

    /// The skill or tool that is called exactly this.
    package func named(_ text: String) -> TagTarget? { words.named(text) }

    /// The same, or the likeliest one that is called by words like these.
    package func meant(_ text: String) -> TagTarget? { words.target(text) }

    private var words: SkillWords {
        let labourMarket = catalogue.current.labourMarket
        return made.withLock { made in
            if let made, made.sources == labourMarket.sources { return made.words }
            let words = SkillWords(labourMarket)
            made = (labourMarket.sources, words)
            return words
        }
    }
}
