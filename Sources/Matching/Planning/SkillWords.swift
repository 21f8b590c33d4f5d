package import Domain
import TextAnalysis

/// Reads people's own words for a skill or a tool they have: its name, another name of it, or the beginning of one.
package struct SkillWords: Sendable {
    private let exact: [String: TagTarget]
    /// Every name with its target, the shortest first.
    private let names: [(folded: String, target: TagTarget)]

    package init(_ labourMarket: LabourMarketInformation) {
        var names: [(folded: String, target: TagTarget)] = []
        func add(_ text: String?, _ target: TagTarget) {
            guard let text else { return }
            let folded = Self.folded(text)
            if !folded.isEmpty { names.append((folded, target)) }
        }
        for skill in labourMarket.skills.values {
            for language in Language.allCases {
                add(skill.name[language], .skill(skill.id))
                for alias in skill.aliases[language] ?? [] { add(alias, .skill(skill.id)) }
            }
        }
        for technology in labourMarket.technologies.values {
            for language in Language.allCases { add(technology.name[language], .technology(technology.id)) }
        }
        // In one order whatever the order of the tables, so that the same words always mean the same.
        names.sort { a, b in
            (a.folded.utf8.count, a.folded, a.target.kind.rawValue, a.target.code)
                < (b.folded.utf8.count, b.folded, b.target.kind.rawValue, b.target.code)
        }
        self.names = names
        exact = Dictionary(names.map { ($0.folded, $0.target) }, uniquingKeysWith: { first, _ in first })
    }

    /// What a text names: the very name, or else the shortest name that begins with it, or else one that has all its words.
    /// - Returns: `nil` when nothing is named so, and for texts of fewer than two letters unless they are a name.
    package func target(_ text: String) -> TagTarget? {
        let folded = Self.folded(text)
        if let target = exact[folded] { return target }
        guard folded.utf8.count >= 3 else { return nil }
        if let longer = names.first(where: { $0.folded.hasPrefix(folded) }) { return longer.target }
        let words = Set(folded.split(separator: " "))
        return names.first { words.isSubset(of: Set($0.folded.split(separator: " "))) }?.target
    }

    /// What is called exactly this, in either language, by any of its names.
    package func named(_ text: String) -> TagTarget? { exact[Self.folded(text)] }

    private static func folded(_ text: String) -> String { TextAnalyzer().tokens(text).joined(separator: " ") }
}
