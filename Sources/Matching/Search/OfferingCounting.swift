import Domain

extension OfferingFilter {
    /// - Parameters:
    ///   - set: programs in question.
    ///   - counted: programs whose offerings' values are added to `counts`: a value counts when some offering has it and passes every
    ///     condition but those on that value's own facet.
    /// - Returns: programs of `set` with an offering that passes.
    func apply(to set: Bitset, counting counted: Bitset, of segment: Segment, _ dictionary: FacetDictionary, counts: inout [Int32])
        -> Bitset
    {
        let conditions = conditions(segment)
        var fitting = set
        for condition in conditions { fitting.formIntersection(condition.programs) }
        // Which offerings matter: those of programs that may pass, and of counted ones that lack a single facet.
        var walked = fitting
        for (place, condition) in conditions.enumerated() {
            var lacking = counted
            lacking.subtract(condition.programs)
            for (other, condition) in conditions.enumerated() where other != place { lacking.formIntersection(condition.programs) }
            if isOneFacet {
                segment.day.count(lacking, facet: condition.facet, dictionary, into: &counts)
            } else {
                walked.formUnion(lacking)
            }
        }
        let test = OfferingTest(self, segment)
        guard isOneFacet else { return walk(walked, counted, test, &counts) }
        _ = walk(walked.intersection(counted), counted, test, &counts)
        return fitting
    }

    /// For each facet with a choice, programs with any offering that has one of the chosen values.
    private func conditions(_ segment: Segment) -> [(facet: FacetName, programs: Bitset)] {
        var conditions: [(facet: FacetName, programs: Bitset)] = []
        func add(_ facet: FacetName, _ numbers: some Sequence<Int32>) {
            var programs = Bitset(capacity: segment.count)
            for number in numbers { segment.programs(with: number, facet)?.insert(into: &programs) }
            conditions.append((facet, programs))
        }
        for (place, bits) in chosen.enumerated() {
            guard let bits else { continue }
            add(OfferingFacets.values[place].0, (0..<Int32(OfferingFacets.count)).filter { bits >> UInt32($0) & 1 == 1 })
        }
        if let regions { add(.region, regions) }
        return conditions
    }

    private func walk(_ set: Bitset, _ counted: Bitset, _ test: OfferingTest, _ counts: inout [Int32]) -> Bitset {
        var passing = Bitset(capacity: set.capacity)
        var sums = BitCounts(width: OfferingFacets.count)
        /// By place of the region, the last program it was counted for.
        var lastProgram = [Int](repeating: -1, count: test.regionNumbers.count)
        set.forEach { program in
            let isCounted = counted.contains(program)
            var union: UInt32 = 0
            for row in test.rows(of: program) where test.bits(row) != 0 {
                let failures = test.failures(row)
                if failures == 0 { passing.insert(program) }
                guard isCounted else { continue }
                union |= test.bits(row) & Self.countedBits(failures)
                guard failures & ~OfferingTest.region == 0 else { continue }
                let region = test.region(row)
                if region >= 0, lastProgram[region] != program {
                    lastProgram[region] = program
                    counts[Int(test.regionNumbers[region])] += 1
                }
            }
            if isCounted { sums.add(UInt64(union & OfferingFacets.all)) }
        }
        sums.addSums(to: &counts, from: 0)
        return passing
    }

    /// Values an offering may count for: all when it passes, those of the one closed facet it fails, else none.
    @inline(__always)
    private static func countedBits(_ failures: Int) -> UInt32 {
        if failures == 0 { return .max }
        guard failures & (failures - 1) == 0, failures < OfferingTest.region else { return 0 }
        return OfferingFacets.masks[failures.trailingZeroBitCount]
    }
}

extension OfferingDay {
    /// Adds to `counts` how many programs of the set have each value of every facet of offerings, whichever offering has it.
    func count(_ set: Bitset, size: Int, into counts: inout [Int32]) {
        union.count(set, size: size, into: &counts)
        regions.count(set, size: size, into: &counts)
    }

    /// The same for one facet.
    func count(_ set: Bitset, facet: FacetName, _ dictionary: FacetDictionary, into counts: inout [Int32]) {
        let size = set.count
        guard facet != .region else { return regions.count(set, size: size, into: &counts) }
        let numbers = dictionary.byFacet[facet.position]
        union.count(set, size: size, numbers: Int(numbers[0])..<Int(numbers[numbers.count - 1]) + 1, into: &counts)
    }
}
