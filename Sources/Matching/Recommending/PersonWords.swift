import Domain

/// The words a person typed, to be found again in a program's title and outcomes.
struct PersonWords {
    /// Each word with how rare it is in the catalogue.
    private let words: [(word: SearchWord, rarity: Double)]
    private let sum: Double

    init(_ asked: SearchWords, catalogue: Catalogue) {
        let total = catalogue.programCount
        words = asked.words.map { ($0, Double($0.rarity(among: total))) }
        sum = words.reduce(0) { $0 + $1.rarity }
    }

    /// How many of the words stand in the title or outcomes, in either language, each weighed by its rarity; 0 to 1.
    func share(in place: ProgramPlace, _ segment: Segment) -> Double {
        guard sum > 0 else { return 0 }
        let found = words.filter { word, _ in
            word.alternatives[place.segment].contains { segment.text.isProminent($0.term, program: place.ordinal) }
        }
        return found.reduce(0) { $0 + $1.rarity } / sum
    }
}
