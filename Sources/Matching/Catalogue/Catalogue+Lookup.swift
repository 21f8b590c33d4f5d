package import Domain

extension Catalogue {
    /// A published program.
    package func program(_ id: Program.ID) -> Program? {
        place(of: id).map { segments[$0.segment].program($0.ordinal) }
    }

    /// Every published program, in order of id.
    package var programs: [Program] { segments.flatMap(\.livePrograms).sorted { $0.id < $1.id } }

    /// Published programs of an institution, by title.
    package func programs(of institution: Institution.ID) -> [Program] {
        programs(with: .institution, institution.rawValue).sorted { TitleOrder($0, language: .en) < TitleOrder($1, language: .en) }
    }

    /// The series a program is part of, in the order to take it; empty when it stands alone.
    package func sequence(of program: Program) -> [Program] {
        guard let step = program.sequence else { return [] }
        let steps = programs(of: program.institution).filter { $0.sequence?.reference == step.reference }
        guard steps.count > 1 else { return [] }
        return steps.sorted { ($0.sequence?.position ?? 0, $0.id) < ($1.sequence?.position ?? 0, $1.id) }
    }

    /// A department's name as its institution writes it, for a value of the department facet.
    package func department(_ value: String) -> LocalizedText? {
        guard let number = dictionary.ordinal(.department, value) else { return nil }
        for segment in segments {
            if let ordinal = segment.livePrograms(with: number).first { return segment.program(ordinal).department }
        }
        return nil
    }

    func programs(with facet: FacetName, _ value: String) -> [Program] {
        places(with: facet, value).map { segments[$0.segment].program($0.ordinal) }
    }

    func places(with facet: FacetName, _ value: String) -> [ProgramPlace] {
        guard let number = dictionary.ordinal(facet, value) else { return [] }
        return segments.indices.flatMap { index in
            segments[index].livePrograms(with: number).map { ProgramPlace(segment: index, ordinal: $0) }
        }
    }

    func place(of id: Program.ID) -> ProgramPlace? {
        for index in segments.indices {
            if let ordinal = segments[index].ordinal(id) { return ProgramPlace(segment: index, ordinal: ordinal) }
        }
        return nil
    }

    func program(at place: ProgramPlace) -> Program { segments[place.segment].program(place.ordinal) }
}

/// Where a program stands in one snapshot.
struct ProgramPlace: Hashable {
    let segment: Int
    let ordinal: Int
}
