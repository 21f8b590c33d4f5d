import Domain

/// The words of a segment's programs: for each term the programs it occurs in, with its impact on the score there.
struct ProgramTextIndex: Sendable {
    /// Terms that occur (`Vocabulary`), ascending. A term's place here is its number in the segment.
    let terms: [Int32]
    let programs: PackedSets
    /// At the places `PackedSets` gives.
    let impacts: [TermImpact]

    /// - Parameters:
    ///   - rows: terms of the programs, program by program, as the builder numbered them.
    ///   - ends: where each program's terms end.
    ///   - numbers: by the builder's term, the vocabulary's.
    init(rows: [Int32], impacts rowImpacts: [TermImpact], ends: [UInt32], numbers: [Int32]) {
        var counts = [UInt32](repeating: 0, count: numbers.count)
        for term in rows { counts[Int(term)] += 1 }
        let used = counts.indices.filter { counts[$0] > 0 }.sorted { numbers[$0] < numbers[$1] }
        var firsts: [UInt32] = [0]
        firsts.reserveCapacity(used.count + 1)
        // From now on, where the next program of each term goes: a counting sort, which keeps programs ascending.
        for term in used {
            firsts.append(firsts.last! + counts[term])
            counts[term] = firsts[firsts.count - 2]
        }
        var lists = [UInt16](repeating: 0, count: rows.count)
        var impacts = [TermImpact](repeating: TermImpact(packed: 0), count: rows.count)
        var at = 0
        for (program, end) in ends.enumerated() {
            while at < Int(end) {
                let place = Int(counts[Int(rows[at])])
                counts[Int(rows[at])] += 1
                lists[place] = UInt16(truncatingIfNeeded: program)
                impacts[place] = rowImpacts[at]
                at += 1
            }
        }
        terms = used.map { numbers[$0] }
        programs = PackedSets(firsts: firsts, lists: lists, capacity: ends.count)
        self.impacts = impacts
    }

    init(terms: [Int32], programs: PackedSets, impacts: [TermImpact]) {
        self.terms = terms
        self.programs = programs
        self.impacts = impacts
    }

    var byteCount: Int { terms.count * 4 + programs.byteCount + impacts.count * 2 }

    /// The segment's number of a term; `nil` when no program contains it.
    func number(of term: Int32) -> Int? {
        var (low, high) = (0, terms.count)
        while low < high {
            let middle = (low + high) / 2
            if terms[middle] < term { low = middle + 1 } else { high = middle }
        }
        return low < terms.count && terms[low] == term ? low : nil
    }

    func contains(_ term: Int, program: Int) -> Bool { programs.place(of: program, in: term) != nil }

    /// The term stands in the program's title or outcomes.
    func isProminent(_ term: Int, program: Int) -> Bool {
        programs.place(of: program, in: term).map { impacts[$0].isProminent } ?? false
    }
}

/// What one term is worth in one program: the impact in the upper 15 bits, 0 to 32,767 for 0 to 1; the lowest bit when it stands in the
/// title or outcomes.
struct TermImpact: Sendable {
    let packed: UInt16

    init(packed: UInt16) { self.packed = packed }

    init(_ impact: Float, isProminent: Bool) {
        packed = UInt16((impact * 32_767).rounded()) << 1 | (isProminent ? 1 : 0)
    }

    @inline(__always)
    var value: Float { Float(packed >> 1) * (1 / 32_767) }

    var isProminent: Bool { packed & 1 == 1 }
}
