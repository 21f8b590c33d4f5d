import Domain

/// French names of technologies. Products are called the same in both languages; what merely describes a sort of software or tool has
/// a French name only where one is listed here, and is shown in English, marked as such, where not.
enum TechnologyNames {
    static func french(_ name: String, _ kind: Technology.Kind) -> String? {
        if let french = names[name] { return french }
        return kind == .software && !isDescription(name) ? name : nil
    }

    /// "Email software", "Computerized maintenance management system CMMS": common nouns after the first word.
    private static func isDescription(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard let last = words.last else { return false }
        let commonNouns: Set = ["software", "systems", "system", "tools", "programs", "databases", "applications", "technology"]
        let lowerCase = words.dropFirst().contains { $0.first?.isLowercase == true }
        return commonNouns.contains(String(last)) && (lowerCase || words.count == 1) || (lowerCase && last.allSatisfy(\.isUppercase))
    }

    private static let names: [String: String] = [:]
}
