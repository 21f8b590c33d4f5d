package import Domain
import Matching
import TextAnalysis

/// Skills of the taxonomy by what somebody types of them, those that programs teach first.
package struct FindSkills: Sendable {
    private let catalogue: CurrentCatalogue

    package init(catalogue: CurrentCatalogue) { self.catalogue = catalogue }

    /// - Returns: at most `limit`; a name that begins with the words before one that holds them; none for a text without a letter.
    package func callAsFunction(_ text: String, language: Language, limit: Int = 8) -> [Skill] {
        let asked = Self.folded(text)
        guard !asked.isEmpty else { return [] }
        let catalogue = catalogue.current
        let found = catalogue.labourMarket.skills.values.compactMap { skill -> (skill: Skill, rank: Int, name: String)? in
            let name = skill.name.text(language)
            let fits = ([name] + (skill.aliases[language] ?? [])).map { Self.rank(Self.folded($0), asked) }
            guard let rank = fits.min(), rank < 3 else { return nil }
            return (skill, rank, name)
        }
        let ranked = found.map { (one: $0, isTaught: catalogue.teaches($0.skill.id)) }.sorted { a, b in
            if a.one.rank != b.one.rank { return a.one.rank < b.one.rank }
            if a.isTaught != b.isTaught { return a.isTaught }
            return (a.one.name.count, a.one.name, a.one.skill.id) < (b.one.name.count, b.one.name, b.one.skill.id)
        }
        return ranked.prefix(limit).map(\.one.skill)
    }

    /// The one skill that is called exactly this, in either language; the one programs teach when there are several.
    package func named(_ text: String) -> Skill? {
        for language in Language.allCases {
            let asked = Self.folded(text)
            let found = self(text, language: language, limit: 3)
            if let exact = found.first(where: { Self.folded($0.name.text(language)) == asked }) { return exact }
        }
        return nil
    }

    /// 0 the same, 1 begins with it, 2 a word of it does, 3 neither.
    private static func rank(_ name: String, _ asked: String) -> Int {
        if name == asked { return 0 }
        if name.hasPrefix(asked) { return 1 }
        return name.contains(" " + asked) ? 2 : 3
    }

    private static func folded(_ text: String) -> String {
        Folding.folded(text).split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "#" }.joined(separator: " ")
    }
}
