import Domain

/// Products that employers name without their maker, and that are called like everyday words: `Excel`, `Java`, `Word`.
///
/// With them go coined names (`PointClickCare`) and the short names skills begin with (`CPR`, `SIMDUT`). Of everyday words only those often asked for
/// in postings (O*NET's hot technologies), only written as the product writes itself, and not as the first word of a
/// sentence, where every word has a capital letter.
struct EverydayProducts: Sendable {
    private let products: [String: TagTarget]

    /// Words that postings write with a capital letter for other reasons.
    private static let ambiguous: Set<Substring> = [
        "Access", "Project", "Teams", "Edge", "Systems", "Database", "Enterprise", "Framework", "Boot", "Jersey", "software", "script",
        "Shell", "CI", "IDE",
    ]

    init(_ information: LabourMarketInformation) {
        var products: [String: TagTarget] = [:]
        var twice: Set<String> = []
        func add(_ name: Substring, _ target: TagTarget) {
            if let other = products.updateValue(target, forKey: String(name)), other != target { twice.insert(String(name)) }
        }
        for (id, technology) in information.technologies.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            // `PointClickCare healthcare software`: a name no other word is written like.
            guard let first = technology.name.en?.split(separator: " ").first, Self.isCoined(first) else { continue }
            add(first, .technology(id))
        }
        for (id, skill) in information.skills.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            // `CPR and defibrillation`, `SIMDUT : produits dangereux au travail`.
            for language in Language.allCases {
                guard let first = skill.name[language]?.split(whereSeparator: { !$0.isLetter }).first, first.count > 2,
                    first.allSatisfy(\.isUppercase)
                else { continue }
                add(first, .skill(id))
            }
        }
        for (id, technology) in information.technologies.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where technology.isHot {
            guard let words = technology.name.en?.split(separator: " "), words.count == 2 else { continue }
            // `SAP software` is called SAP, `Microsoft Excel` Excel.
            let name = words[1] == "software" ? words[0] : words[1]
            guard name.count > 2, name.first?.isUppercase == true, !Self.ambiguous.contains(name) else { continue }
            add(name, .technology(id))
        }
        self.products = products.filter { !twice.contains($0.key) }
    }

    /// A capital letter after a small one.
    private static func isCoined(_ word: Substring) -> Bool {
        zip(word, word.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
    }

    func named(in sentence: String) -> [TagTarget] {
        let words = sentence.split { !$0.isLetter && !$0.isNumber && !"+#./".contains($0) }.map { $0.last == "." ? $0.dropLast() : $0 }
        var found: [TagTarget] = []
        for (place, word) in words.enumerated() {
            guard let product = products[String(word)], !found.contains(product) else { continue }
            // A line of one or two words is a list's; a comma after the first word says so too.
            let isAlone = words.count <= 2 || sentence[word.endIndex...].first == ","
            if place > 0 || isAlone { found.append(product) }
        }
        return found
    }
}
