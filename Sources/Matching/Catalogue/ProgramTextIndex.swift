import Domain

/// The words of a segment's programs: for each term the programs it occurs in, with its impact on the score there.
struct ProgramTextIndex: Sendable {
    /// Per language, English first.
    private let tables: [TermTable]
    let spellings: [SpellingList]
    /// Programs with term `t`: `programs[starts[t]..<starts[t + 1]]`, ascending, and the impacts at the same places.
    private let starts: [Int32]
    private let programs: [Int32]
    /// `TermOccurrence.packed`
    private let packed: [UInt16]

    init(_ tables: [TermTable], termCount: Int, occurrences: [TermOccurrence]) {
        self.tables = tables
        spellings = tables.map { $0.spellings() }
        // Occurrences come program by program; a counting sort by term keeps programs ascending within each term.
        var places = [Int32](repeating: 0, count: termCount + 1)
        for occurrence in occurrences { places[Int(occurrence.term) + 1] += 1 }
        for term in 0..<termCount { places[term + 1] += places[term] }
        starts = places
        var programs = [Int32](repeating: 0, count: occurrences.count)
        var packed = [UInt16](repeating: 0, count: occurrences.count)
        for occurrence in occurrences {
            let place = Int(places[Int(occurrence.term)])
            programs[place] = occurrence.program
            packed[place] = occurrence.packed
            places[Int(occurrence.term)] += 1
        }
        self.programs = programs
        self.packed = packed
    }

    func term(_ stem: String, _ language: Language) -> Int32? { tables[language == .en ? 0 : 1].term(ofStem: stem) }

    func programs(with term: Int32) -> ArraySlice<Int32> { programs[Int(starts[Int(term)])..<Int(starts[Int(term) + 1])] }

    /// Calls `body` with each program of a term and its impact, 0 to 1.
    @inline(__always)
    func forEachImpact(_ term: Int32, _ body: (Int, Float) -> Void) {
        for place in Int(starts[Int(term)])..<Int(starts[Int(term) + 1]) {
            body(Int(programs[place]), TermOccurrence.impact(packed[place]))
        }
    }

    func contains(_ term: Int32, program: Int) -> Bool { place(of: program, term) != nil }

    /// The term stands in the program's title or outcomes.
    func isProminent(_ term: Int32, program: Int) -> Bool {
        place(of: program, term).map { TermOccurrence.isProminent(packed[$0]) } ?? false
    }

    private func place(of program: Int, _ term: Int32) -> Int? {
        var low = Int(starts[Int(term)])
        let end = Int(starts[Int(term) + 1])
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if Int(programs[middle]) < program { low = middle + 1 } else { high = middle }
        }
        return low < end && Int(programs[low]) == program ? low : nil
    }
}

/// One term in one program.
struct TermOccurrence {
    let term: Int32
    let program: Int32
    /// The impact in the upper 15 bits, 0 to 32,767 for 0 to 1; the lowest bit when it stands in the title or outcomes.
    let packed: UInt16

    init(term: Int32, program: Int32, impact: Float, isProminent: Bool) {
        self.term = term
        self.program = program
        packed = UInt16((impact * 32_767).rounded()) << 1 | (isProminent ? 1 : 0)
    }

    @inline(__always)
    static func impact(_ packed: UInt16) -> Float { Float(packed >> 1) * (1 / 32_767) }

    static func isProminent(_ packed: UInt16) -> Bool { packed & 1 == 1 }
}
