import Domain

/// Products that employers name without their maker, and that are called like everyday words: `Excel`, `Java`, `Word`.
///
/// Only those often asked for in postings (O*NET's hot technologies), only written as the product writes itself, and not as the first word of a
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
        for (id, technology) in information.technologies.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where technology.isHot {
            guard let words = technology.name.en?.split(separator: " "), words.count == 2 else { continue }
            // `SAP software` is called SAP, `Microsoft Excel` Excel.
            let name = words[1] == "software" ? words[0] : words[1]
            guard name.count > 2, name.first?.isUppercase == true, !Self.ambiguous.contains(name) else { continue }
            if products.updateValue(.technology(id), forKey: String(name)) != nil { twice.insert(String(name)) }
        }
        self.products = products.filter { !twice.contains($0.key) }
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
