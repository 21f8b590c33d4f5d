import Domain
private import Foundation
import TextAnalysis

/// Finds titles by the beginnings of their words, for a list that opens while a person types.
struct TitleCompletions: Sendable {
    /// Words of the labels in the order of their bytes.
    private let sorted: [Int32]
    /// Where each word is in `sorted`.
    private let placeOfWord: [Int32]
    private let rowsOfWord: Lists
    /// Higher comes first.
    private let rank: [Float]

    init(_ corpus: TitleCorpus, prior: [Float]) {
        let words = corpus.lexicon.words
        let texts = (0..<Int32(words.count)).map(words.text)
        sorted = (0..<Int32(words.count)).sorted { texts[Int($0)].utf8.lexicographicallyPrecedes(texts[Int($1)].utf8) }
        var places = [Int32](repeating: 0, count: sorted.count)
        for (place, word) in sorted.enumerated() { places[Int(word)] = Int32(place) }
        placeOfWord = places
        rowsOfWord = corpus.wordsOfRow.inverted(bound: words.count)
        rank = (0..<corpus.rowCount).map { Self.rank(Int32($0), corpus, prior) }
    }

    /// Common titles first. No count of how often people type a title is to be had; but a common one turns up inside many others
    /// ("plumber" in 30 titles, "philatelist" in one), in groups where many people work, and is short.
    private static func rank(_ row: Int32, _ corpus: TitleCorpus, _ prior: [Float]) -> Float {
        let stems = corpus.stemsOfRow[row]
        let isFrench = corpus.languages[Int(row)] == .fr ? 1 : 0
        let rarest = stems.map { corpus.labelsOfStem[2 * Int($0) + isFrench] }.min() ?? 0
        return 0.5 * prior[Int(corpus.groupOfRow[Int(row)])] + Float(log(Double(1 + rarest))) - 1.2 * Float(stems.count)
    }

    /// Rows whose labels hold a word for every beginning typed.
    func rows(_ prefix: String, language: Language, limit: Int, corpus: TitleCorpus) -> [Int] {
        var buffer = TokenBuffer()
        buffer.fill(prefix)
        guard buffer.count > 0, limit > 0 else { return [] }
        var tokens = (0..<buffer.count).map(buffer.text)
        let whole = Folding.folded(prefix).drop { $0 == " " }
        // Letters cut off by an apostrophe or dropped as an ending while the word is still being typed do no harm: the rest decides.
        if tokens.count > 8 { tokens = Array(tokens.prefix(8)) }

        var found = holding(tokens, corpus)
        if found.isEmpty { found = holding(corrected(tokens, corpus), corpus) }
        if found.isEmpty {
            // Abbreviations: "psw" stands for words.
            let expanded = tokens.flatMap { Abbreviations.expansion(of: $0) ?? [$0] }
            if expanded != tokens { found = holding(expanded, corpus) }
        }
        return best(found, startingWith: String(whole), language, limit, corpus)
    }

    private func holding(_ tokens: [String], _ corpus: TitleCorpus) -> [Int32] {
        guard !tokens.isEmpty else { return [] }
        // Bit per token, for each row.
        var seen = [UInt8](repeating: 0, count: corpus.rowCount)
        var found: [Int32] = []
        let all = UInt8(truncatingIfNeeded: (1 << tokens.count) - 1)
        for (place, token) in tokens.enumerated() {
            let bit = UInt8(1) << UInt8(place)
            let isLast = place == tokens.count - 1
            let before = bit &- 1
            for word in words(beginning: token, corpus) {
                for row in rowsOfWord[sorted[word]] where seen[Int(row)] & before == before && seen[Int(row)] & bit == 0 {
                    seen[Int(row)] |= bit
                    if isLast, seen[Int(row)] == all { found.append(row) }
                }
            }
        }
        return found
    }

    private func words(beginning prefix: String, _ corpus: TitleCorpus) -> Range<Int> {
        let prefix = Array(prefix.utf8)
        // The first place whose word is not below the prefix; and the first after it that does not begin with it.
        func place(_ isBefore: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int {
            var low = 0
            var high = sorted.count
            while low < high {
                let middle = (low + high) / 2
                if corpus.lexicon.words.withBytes(sorted[middle], isBefore) { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let low = place { $0.lexicographicallyPrecedes(prefix) }
        let high = place { $0.prefix(prefix.count).elementsEqual(prefix) || $0.lexicographicallyPrecedes(prefix) }
        return low..<max(low, high)
    }

    /// Beginnings that begin no word, replaced by the nearest that do: same first letter, one error.
    private func corrected(_ tokens: [String], _ corpus: TitleCorpus) -> [String] {
        tokens.map { token in
            let bytes = Array(token.utf8)
            guard bytes.count >= 4, words(beginning: token, corpus).isEmpty else { return token }
            var best: (text: [UInt8], rows: Int)?
            for place in words(beginning: String(decoding: bytes.prefix(1), as: UTF8.self), corpus) {
                let rows = rowsOfWord.range(sorted[place]).count
                guard rows > best?.rows ?? 0 else { continue }
                corpus.lexicon.words.withBytes(sorted[place]) { word in
                    for length in (bytes.count - 1)...(bytes.count + 1) where length <= word.count {
                        let start = Array(word.prefix(length))
                        if EditDistance.distance(bytes, start, limit: 1) != nil {
                            best = (start, rows)
                            return
                        }
                    }
                }
            }
            return best.map { String(decoding: $0.text, as: UTF8.self) } ?? token
        }
    }

    /// Own language first, then labels that start with what was typed, then by rank. No two alike after normalisation.
    private func best(
        _ found: [Int32], startingWith typed: String, _ language: Language, _ limit: Int, _ corpus: TitleCorpus
    ) -> [Int] {
        let first = typed.split(separator: " ").first.map(String.init) ?? typed
        let starts = words(beginning: first, corpus)
        var scores = [Float](repeating: 0, count: found.count)
        for (place, row) in found.enumerated() {
            var score = rank[Int(row)]
            if corpus.languages[Int(row)] == language { score += 100 }
            let words = corpus.wordsOfRow.range(row)
            if let word = words.first, starts.contains(Int(placeOfWord[Int(corpus.wordsOfRow.values[word])])) { score += 2 }
            scores[place] = score
        }
        // Some more than asked for, as some will turn out alike.
        let order = BestOf.indices(count: found.count, limit: 4 * limit) { a, b in
            scores[a] != scores[b] ? scores[a] > scores[b] : found[a] < found[b]
        }
        var seen: Set<[Int32]> = []
        var rows: [Int] = []
        for place in order where rows.count < limit {
            let row = found[Int(place)]
            if seen.insert(corpus.stemsOfRow[row].sorted()).inserted { rows.append(Int(row)) }
        }
        return rows
    }
}
