import Domain
import Matching

/// The texts a model is trained on, each once in numbers: its stems, and what rows those are.
struct TrainingTexts: Sendable {
    let rows: Int
    private var numberOfStem: [String: Int32] = [:]
    private var known: [EmbeddedText] = []
    private var numberOfText: [EmbeddedText: Int32] = [:]
    /// For each stem the rows of its features, and of it as a head noun.
    private(set) var features: [[Int32]] = []
    private(set) var headRow: [Int32] = []
    /// For each text its stems, and the stem of its head noun or -1.
    private(set) var stems: [[Int32]] = []
    private(set) var heads: [Int32] = []

    init(rows: Int) { self.rows = rows }

    var count: Int { stems.count }

    /// The number of a text; `nil` when there is no word in it.
    mutating func add(_ text: EmbeddedText) -> Int32? {
        if let number = numberOfText[text] { return number }
        guard !text.stems.isEmpty else { return nil }
        stems.append(text.stems.map { number($0) })
        heads.append(text.head.map { number($0) } ?? -1)
        numberOfText[text] = Int32(stems.count - 1)
        known.append(text)
        return Int32(stems.count - 1)
    }

    func text(_ number: Int32) -> EmbeddedText { known[Int(number)] }

    private mutating func number(_ stem: String) -> Int32 {
        if let number = numberOfStem[stem] { return number }
        let number = Int32(features.count)
        numberOfStem[stem] = number
        features.append(WordFeatures.rows(of: stem, among: rows))
        headRow.append(WordFeatures.head(stem, among: rows))
        return number
    }

    /// In how many texts each row is.
    func frequencies() -> [Int32] {
        var counts = [Int32](repeating: 0, count: rows)
        var last = [Int](repeating: -1, count: rows)
        func count(_ row: Int32, _ text: Int) {
            guard last[Int(row)] != text else { return }
            last[Int(row)] = text
            counts[Int(row)] += 1
        }
        for text in 0..<stems.count {
            for stem in stems[text] { for row in features[Int(stem)] { count(row, text) } }
            if heads[text] >= 0 { count(headRow[Int(heads[text])], text) }
        }
        return counts
    }
}
