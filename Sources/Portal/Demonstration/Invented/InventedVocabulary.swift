import Domain
import Foundation

/// What invented programs are put together from: `demo/vocabulary.json`.
struct InventedVocabulary: Sendable, Decodable {
    struct InstitutionKind: Sendable, Decodable {
        let kind: Institution.Kind
        /// Ends the institution's key: `calwick-college`.
        let slug: String
        let name: Phrase
    }

    let levels: [LocalizedText]
    let titles: [Phrase]
    let summaries: [Phrase]
    let sentences: [Phrase]
    let outcomes: [Phrase]
    let departments: [LocalizedText]
    let notes: [Phrase]
    let assessments: [Phrase]
    let kinds: [InstitutionKind]
    private let syllables: [String]
    private let endings: [String]

    static func read() throws -> InventedVocabulary {
        try JSONDecoder().decode(Self.self, from: Data(contentsOf: DemonstrationFiles.file("vocabulary.json")))
    }

    /// How many different names there are.
    var nameCount: Int { syllables.count * syllables.count * endings.count }

    /// A name nobody bears, such as Calmarwick: the long tail that proper names give every real catalogue.
    /// - Parameter number: 0 to below `nameCount`; neighbours do not resemble each other.
    func name(_ number: Int) -> String {
        // 7,919 is a prime that divides none of the sizes: every name comes up once.
        var rest = (number &* 7_919) % nameCount
        let ending = endings[rest % endings.count]
        rest /= endings.count
        let stem = syllables[rest % syllables.count] + syllables[rest / syllables.count]
        return stem.prefix(1).uppercased() + stem.dropFirst() + ending
    }
}
