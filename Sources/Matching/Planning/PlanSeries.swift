import Domain

/// Which programs are steps of a series, and what each builds on. The steps before a wanted one are taken in.
struct PlanSeries {
    /// The programs given, then the steps they require.
    private(set) var programs: [Program]
    /// By program: steps of the same series with a lower position.
    private(set) var earlier: [[Int]]
    /// By program: the step right before it; the first by id where several share a position.
    private(set) var requires: [Int?]
    private(set) var isRequired: Set<Int> = []
    /// No later step was left out because there are too many series.
    let isComplete: Bool

    /// 12 series: following each back to its first step means looking through its institution's series.
    private static let seriesLimit = 12

    private struct Key: Hashable {
        let institution: Institution.ID
        let reference: String
    }

    /// - Parameter wanted: those that teach most first.
    init(_ wanted: [Program], catalogue: Catalogue) {
        var keys: Set<Key> = []
        programs = wanted.filter { program in
            guard let key = Self.key(program), program.sequence?.position ?? 1 > 1 else { return true }
            return keys.contains(key) || keys.count < Self.seriesLimit && keys.insert(key).inserted
        }
        isComplete = programs.count == wanted.count
        let steps = keys.isEmpty ? [:] : Self.steps(keys, catalogue: catalogue)
        var numbers = Dictionary(uniqueKeysWithValues: programs.enumerated().map { ($1.id, $0) })
        var next = 0
        // Steps taken in are looked at in their turn, so that a series is followed back to its first step.
        while next < programs.count {
            if let before = Self.stepBefore(programs[next], steps), numbers[before.id] == nil {
                numbers[before.id] = programs.count
                programs.append(before)
            }
            next += 1
        }
        requires = programs.map { Self.stepBefore($0, steps).flatMap { numbers[$0.id] } }
        earlier = programs.map { program in
            guard let key = Self.key(program), let position = program.sequence?.position else { return [] }
            return (steps[key] ?? []).filter { ($0.sequence?.position ?? 0) < position }.compactMap { numbers[$0.id] }
        }
        isRequired = Set(requires.compactMap(\.self))
    }

    private static func key(_ program: Program) -> Key? {
        program.sequence.map { Key(institution: program.institution, reference: $0.reference) }
    }

    /// The published steps of some series, in order.
    private static func steps(_ keys: Set<Key>, catalogue: Catalogue) -> [Key: [Program]] {
        let inSeries = Set(catalogue.places(with: .feature, ProgramFeature.sequence.rawValue))
        var steps: [Key: [Program]] = [:]
        for institution in Set(keys.map(\.institution)) {
            for place in catalogue.places(with: .institution, institution.rawValue) where inSeries.contains(place) {
                let program = catalogue.program(at: place)
                if let key = key(program), keys.contains(key) { steps[key, default: []].append(program) }
            }
        }
        return steps.mapValues { $0.sorted { ($0.sequence?.position ?? 0, $0.id) < ($1.sequence?.position ?? 0, $1.id) } }
    }

    private static func stepBefore(_ program: Program, _ steps: [Key: [Program]]) -> Program? {
        guard let key = key(program), let position = program.sequence?.position else { return nil }
        let before = (steps[key] ?? []).filter { ($0.sequence?.position ?? 0) < position }
        guard let last = before.last?.sequence?.position else { return nil }
        return before.first { $0.sequence?.position == last }
    }
}
