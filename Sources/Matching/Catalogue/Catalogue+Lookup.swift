package import Domain

extension Catalogue {
    /// A published program.
    package func program(_ id: Program.ID) -> Program? { place(of: id).map(program) }

    /// Every published program, in order of id. All of them as values at once: for tests and small catalogues.
    package var programs: [Program] {
        var programs: [Program] = []
        forEachProgram { programs.append($0) }
        return programs.sorted { $0.id < $1.id }
    }

    /// Calls `body` with every published program, one after the other, in no particular order.
    package func forEachProgram(_ body: (Program) throws -> Void) rethrows {
        for segment in segments {
            for ordinal in 0..<segment.count where segment.live.contains(ordinal) { try body(segment.program(ordinal)) }
        }
    }

    /// Ids of every published program, in order.
    package var programIDs: [Program.ID] {
        var ids: [Program.ID] = []
        ids.reserveCapacity(programCount)
        for segment in segments { segment.live.forEach { ids.append(segment.contents.arena.id($0)) } }
        return ids.sorted()
    }

    /// Published programs of an institution, by title.
    package func programs(of institution: Institution.ID) -> [Program] {
        places(with: .institution, institution.rawValue).map { ($0, titleOrder($0, .en)) }
            .sorted { $0.1 < $1.1 }.map { program(at: $0.0) }
    }

    package func programCount(of institution: Institution.ID) -> Int { count(.institution, institution.rawValue) }

    /// The series a program is part of, in the order to take it; empty when it stands alone.
    package func sequence(of program: Program) -> [Program] {
        guard let step = program.sequence else { return [] }
        guard let inSeries = dictionary.ordinal(.feature, ProgramFeature.sequence.rawValue) else { return [] }
        let steps = places(with: .institution, program.institution.rawValue)
            .filter { segments[$0.segment].contents.closed.contains(inSeries, program: $0.ordinal) }
            .map { self.program(at: $0) }.filter { $0.sequence?.reference == step.reference }
        guard steps.count > 1 else { return [] }
        return steps.sorted { ($0.sequence?.position ?? 0, $0.id) < ($1.sequence?.position ?? 0, $1.id) }
    }

    /// A department's name as its institution writes it, for a value of the department facet.
    package func department(_ value: String) -> LocalizedText? {
        guard let number = dictionary.ordinal(.department, value) else { return nil }
        for segment in segments {
            guard let set = segment.programs(with: number, .department) else { continue }
            var programs = Bitset(capacity: segment.count)
            set.insert(into: &programs)
            if let first = programs.intersection(segment.live).first { return segment.program(first).department }
        }
        return nil
    }

    /// How many programs carry a facet value.
    func count(_ facet: FacetName, _ value: String) -> Int { dictionary.ordinal(facet, value).map { count($0, facet) } ?? 0 }

    func count(_ number: Int32, _ facet: FacetName) -> Int {
        segments.reduce(0) { count, segment in
            guard let set = segment.programs(with: number, facet) else { return count }
            return count + (segment.liveCount == segment.count ? set.count : set.count(in: segment.live))
        }
    }

    /// - Parameter limit: at most so many, the first met.
    func places(with facet: FacetName, _ value: String, limit: Int = .max) -> [ProgramPlace] {
        guard let number = dictionary.ordinal(facet, value) else { return [] }
        var places: [ProgramPlace] = []
        for (index, segment) in segments.enumerated() where places.count < limit {
            segment.programs(with: number, facet)?.forEach {
                if places.count < limit, segment.live.contains($0) { places.append(ProgramPlace(segment: index, ordinal: $0)) }
            }
        }
        return places
    }

    func place(of id: Program.ID) -> ProgramPlace? {
        for index in segments.indices {
            if let ordinal = segments[index].ordinal(id) { return ProgramPlace(segment: index, ordinal: ordinal) }
        }
        return nil
    }

    func program(at place: ProgramPlace) -> Program { segments[place.segment].program(place.ordinal) }

    func titleOrder(_ place: ProgramPlace, _ language: Language) -> TitleOrder {
        segments[place.segment].titleOrder(place.ordinal, language)
    }
}

/// Where a program stands in one snapshot.
struct ProgramPlace: Hashable {
    let segment: Int
    let ordinal: Int
}
