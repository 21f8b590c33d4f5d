import Domain

/// The words of a segment's programs: for each term the programs it occurs in, with its impact on the score there.
struct ProgramTextIndex: Sendable {
    /// Term by stem, per language (English first). Terms of the two languages never share a number.
    let terms: [[String: Int32]]
    let spellings: [SpellingList]
    /// Programs with term `t`: `programs[starts[t]..<starts[t + 1]]`, ascending, and the impacts at the same places.
    private let starts: [Int32]
    private let programs: [Int32]
    /// 0 to 65,535 for 0 to 1.
    private let impacts: [UInt16]

    init(terms: [[String: Int32]], spellings: [SpellingList], termCount: Int, occurrences: [TermOccurrence]) {
        self.terms = terms
        self.spellings = spellings
        // Occurrences come program by program; a counting sort by term keeps programs ascending within each term.
        var places = [Int32](repeating: 0, count: termCount + 1)
        for occurrence in occurrences { places[Int(occurrence.term) + 1] += 1 }
        for term in 0..<termCount { places[term + 1] += places[term] }
        starts = places
        var programs = [Int32](repeating: 0, count: occurrences.count)
        var impacts = [UInt16](repeating: 0, count: occurrences.count)
        for occurrence in occurrences {
            let place = Int(places[Int(occurrence.term)])
            programs[place] = occurrence.program
            impacts[place] = occurrence.impact
            places[Int(occurrence.term)] += 1
        }
        self.programs = programs
        self.impacts = impacts
    }

    func term(_ stem: String, _ language: Language) -> Int32? { terms[language == .en ? 0 : 1][stem] }

    func programs(with term: Int32) -> ArraySlice<Int32> { programs[Int(starts[Int(term)])..<Int(starts[Int(term) + 1])] }

    /// Calls `body` with each program of a term and its impact, 0 to 1.
    @inline(__always)
    func forEachImpact(_ term: Int32, _ body: (Int, Float) -> Void) {
        for place in Int(starts[Int(term)])..<Int(starts[Int(term) + 1]) {
            body(Int(programs[place]), Float(impacts[place]) * (1 / 65_535))
        }
    }

    func contains(_ term: Int32, program: Int) -> Bool {
        let found = programs(with: term)
        var low = found.startIndex
        var high = found.endIndex
        while low < high {
            let middle = (low + high) / 2
            if Int(found[middle]) < program { low = middle + 1 } else { high = middle }
        }
        return low < found.endIndex && Int(found[low]) == program
    }
}

/// One term in one program.
struct TermOccurrence {
    let term: Int32
    let program: Int32
    let impact: UInt16
}
