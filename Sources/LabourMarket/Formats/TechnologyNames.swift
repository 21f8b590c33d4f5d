import Domain
import Foundation

/// French names of technologies. Products are called the same in both languages; what merely describes a sort of software or tool has
/// a French name only where `technology-names.tsv` (ours) gives one, and is shown in English, marked as such, where not.
struct TechnologyNames {
    private let names: [String: String]

    init() {
        var names: [String: String] = [:]
        if let url = Bundle.module.url(forResource: "technology-names", withExtension: "tsv", subdirectory: "Resources"),
            let data = try? Data(contentsOf: url), let file = try? DelimitedText(Array(data), name: url.lastPathComponent)
        {
            for row in file.rows { if let english = row["en"] { names[english] = row["fr"] } }
        }
        self.names = names
    }

    func french(_ name: String, _ kind: Technology.Kind) -> String? {
        names[name] ?? (kind == .software && !Self.isDescription(name) ? name : nil)
    }

    /// "Work order software", "Laboratory information system LIS": common nouns after the first word.
    private static func isDescription(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard let last = words.last else { return false }
        let commonNouns: Set = ["software", "systems", "system", "tools", "programs", "databases", "applications", "technology"]
        let hasCommonWord = words.dropFirst().contains { $0.first?.isLowercase == true }
        return hasCommonWord && (commonNouns.contains(String(last)) || last.allSatisfy(\.isUppercase))
    }
}
