/// Misspells titles the way fingers do: one letter of one longer word left out, put in, changed, or swapped with its neighbour.
struct TypingErrors {
    private var state: UInt64

    /// The same errors for the same seed.
    init(seed: UInt64) { state = seed }

    mutating func misspelt(_ title: String) -> String {
        var words = title.split(separator: " ").map(Array.init)
        let candidates = words.indices.filter { words[$0].count >= 5 && words[$0].allSatisfy(\.isLetter) }
        guard !candidates.isEmpty else { return title }
        let word = candidates[number(below: candidates.count)]
        let place = 1 + number(below: words[word].count - 2)
        let letter = Array("abcdefghilmnoprstu")[number(below: 18)]
        switch number(below: 4) {
        case 0: words[word].remove(at: place)
        case 1: words[word].insert(letter, at: place)
        case 2: words[word][place] = letter
        default: words[word].swapAt(place, place - 1)
        }
        return words.map { String($0) }.joined(separator: " ")
    }

    /// A linear congruential generator is random enough for typing errors.
    private mutating func number(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
