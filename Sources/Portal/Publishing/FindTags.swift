package import Domain
import Matching
import TextAnalysis

/// Entries of the taxonomies by plain words: what somebody adds to a program by hand.
package struct FindTags: Sendable {
    private let catalogue: CurrentCatalogue
    private let findOccupations: FindOccupations
    private let findSkills: FindSkills

    init(catalogue: CurrentCatalogue, findOccupations: FindOccupations) {
        self.catalogue = catalogue
        self.findOccupations = findOccupations
        findSkills = FindSkills(catalogue: catalogue)
    }

    /// - Returns: at most `limit` of each kind, best first; none for words that mean nothing.
    package func callAsFunction(_ text: String, language: Language, limit: Int = 6) -> [TagTarget] {
        let asked = Folding.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard !asked.isEmpty else { return [] }
        let information = catalogue.current.labourMarket
        // In the other language too: whoever works in one knows some jobs by their name in the other.
        let occupations = [language, language.other].flatMap { language in
            findOccupations(text, language: language, limit: limit).matches
        }.sorted { $0.confidence > $1.confidence }.compactMap(\.occupation).filter { information.occupation($0) != nil }
        let skills = [language, language.other].flatMap { findSkills(text, language: $0, limit: limit).map(\.id) }
        return Self.first(limit, of: occupations).map { .occupation($0) } + Self.first(limit, of: skills).map { .skill($0) }
            + Self.named(asked, information.technologies.values.map { ($0.name, .technology($0.id)) }, limit)
            + Self.named(asked, information.industries.values.map { ($0.title, .industry($0.code)) }, limit)
    }

    private static func first<Value: Hashable>(_ limit: Int, of values: [Value]) -> [Value] {
        var seen = Set<Value>()
        return Array(values.filter { seen.insert($0).inserted }.prefix(limit))
    }

    /// Those in whose name, in either language, every word begins a word; the shortest names first.
    private static func named(_ asked: [String], _ entries: [(name: LocalizedText, target: TagTarget)], _ limit: Int) -> [TagTarget] {
        let found = entries.compactMap { entry -> (length: Int, target: TagTarget)? in
            let fits = [entry.name.en, entry.name.fr].compactMap(\.self).filter { name in
                let words = Folding.folded(name).split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "#" }
                return asked.allSatisfy { one in words.contains { $0.hasPrefix(one) } }
            }
            return fits.map(\.count).min().map { ($0, entry.target) }
        }
        return found.sorted { ($0.length, $0.target.code) < ($1.length, $1.target.code) }.prefix(limit).map(\.target)
    }
}
