import Domain

/// The institutions of an invented catalogue. Their names are made of syllables and their addresses cannot exist.
enum InventedInstitutions {
    /// As many as a large country has; a small catalogue is offered by the first of them.
    static let count = 400

    /// In order of size: the first offers most.
    static func make(seed: UInt64, vocabulary: InventedVocabulary, areas: ZipfChoice<PostalArea>) -> [Institution] {
        (0..<count).map { number in
            var numbers = SeededNumbers(seed: seed, stream: UInt64(1) << 62 | UInt64(number))
            // Largest kinds first in the vocabulary; small trainers are many among the small.
            let kind = vocabulary.kinds[number < 40 ? numbers.number(0...1) : numbers.run(0.55, most: vocabulary.kinds.count - 1)]
            let name = vocabulary.name(vocabulary.nameCount - 1 - number)
            let id = "\(name.lowercased())-\(kind.slug)"
            return Institution(
                id: Institution.ID(id),
                name: LocalizedText(en: kind.name.text(.en) { _ in name }, fr: kind.name.text(.fr) { _ in name }),
                kind: kind.kind, url: "https://\(id).example", place: place(areas.pick(&numbers), &numbers), isDemonstration: true)
        }
    }

    /// A town with a postal code in the area.
    static func place(_ area: PostalArea, _ numbers: inout SeededNumbers) -> Place {
        let letters = Array("ABCEGHJKLMNPRSTVWXYZ")
        let end = "\(numbers.number(1...9))\(numbers.pick(letters))\(numbers.number(1...9))"
        return Place(city: city(area), postalCode: "\(area.code) \(end)")
    }

    /// Without the quarters that some areas name in brackets.
    private static func city(_ area: PostalArea) -> String {
        let name = area.place.prefix { $0 != "(" && $0 != ";" && $0 != "/" }.trimmingSpaces
        return name.isEmpty ? area.code : name
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
