private import Foundation

/// BM25 over documents that are bags of numbered terms, every weight worked out beforehand.
struct TermIndex: Sendable {
    /// How often a term is in a document.
    struct Entry {
        let term: Int32
        let document: Int32
        var count: Float
    }

    private let starts: [Int32]
    private let documents: [Int32]
    private let weights: [Float]

    /// - Parameters:
    ///   - entries: in any order, each term of a document once.
    ///   - k1: how slowly repetition stops counting. b: how much a long document is held against it.
    init(_ entries: [Entry], terms: Int, documents documentCount: Int, k1: Float, b: Float) {
        var lengths = [Float](repeating: 0, count: documentCount)
        var starts = [Int32](repeating: 0, count: terms + 1)
        for entry in entries {
            lengths[Int(entry.document)] += entry.count
            starts[Int(entry.term) + 1] += 1
        }
        let filled = lengths.count { $0 > 0 }
        let average = max(lengths.reduce(0, +) / Float(max(1, filled)), 1)
        let rarity = (0..<terms).map { term in
            let frequency = Double(starts[term + 1])
            return Float(log(1 + (Double(documentCount) - frequency + 0.5) / (frequency + 0.5)))
        }
        for term in 0..<terms { starts[term + 1] += starts[term] }
        var next = starts
        var documents = [Int32](repeating: 0, count: entries.count)
        var weights = [Float](repeating: 0, count: entries.count)
        for entry in entries {
            let term = Int(entry.term)
            let length = 1 - b + b * lengths[Int(entry.document)] / average
            documents[Int(next[term])] = entry.document
            weights[Int(next[term])] = rarity[term] * entry.count * (k1 + 1) / (entry.count + k1 * length)
            next[term] += 1
        }
        self.starts = starts
        self.documents = documents
        self.weights = weights
    }

    /// Over the labels of each group joined into one document; k1 2, b .5 from the study (docs/matching.md).
    /// - Parameter terms: the terms of a label (row).
    init(titles corpus: TitleCorpus, termCount: Int? = nil, _ terms: (Int32) -> ArraySlice<Int32>) {
        let termCount = termCount ?? corpus.lexicon.stems.count
        var entries: [Entry] = []
        var place = [Int](repeating: -1, count: termCount)
        for group in 0..<corpus.codes.count {
            let first = entries.count
            for row in corpus.rowStarts[group]..<corpus.rowStarts[group + 1] {
                for term in terms(row) {
                    if place[Int(term)] < first {
                        place[Int(term)] = entries.count
                        entries.append(Entry(term: term, document: Int32(group), count: 0))
                    }
                    entries[place[Int(term)]].count += 1
                }
            }
        }
        self.init(entries, terms: termCount, documents: corpus.codes.count, k1: 2, b: 0.5)
    }

    /// Adds to each document's score what the term gives it.
    func add(_ term: Int32, weight: Float = 1, to scores: inout [Float]) {
        for place in Int(starts[Int(term)])..<Int(starts[Int(term) + 1]) { scores[Int(documents[place])] += weights[place] * weight }
    }
}
