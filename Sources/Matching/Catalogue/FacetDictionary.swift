import Domain

/// Every facet value of the catalogue and its number, shared by all segments. It only grows: a number means the same value for ever,
/// and a value no program carries any more simply counts zero.
struct FacetDictionary: Sendable {
    /// By number.
    private(set) var facets: [FacetName] = []
    private(set) var values: [String] = []
    /// The first eight bytes of each value: most comparisons end there.
    private var beginnings: [UInt64] = []
    /// Numbers of each facet's values, by position of the facet, ascending.
    private(set) var byFacet: [[Int32]] = Array(repeating: [], count: FacetName.allCases.count)
    private var ordinals: [[String: Int32]] = Array(repeating: [:], count: FacetName.allCases.count)

    /// Closed facets come first, in their declared order; those of offerings before all others, so that a number is also a bit
    /// (`OfferingFacets`).
    init() {
        for (facet, values) in OfferingFacets.values + Self.closed {
            for value in values { insert(facet, value) }
        }
    }

    private static let closed: [(FacetName, [String])] = [
        (.institutionKind, Institution.Kind.allCases.map(\.rawValue)),
        (.duration, DurationBand.allCases.map(\.rawValue)),
        (.funding, Funding.allCases.map(\.rawValue)),
        (.priorEducation, PriorEducation.allCases.map(\.rawValue)),
        (.outlook, Outlook.Value.allCases.map(\.rawValue)),
        (.support, Support.allCases.map(\.rawValue)),
        (.feature, ProgramFeature.allCases.map(\.rawValue)),
        (.demand, Demand.Level.allCases.map(\.rawValue)),
    ]

    var count: Int { values.count }

    /// Numbers of the closed facets of programs: a bit each in `SegmentContents.closed`.
    static let ofPrograms = OfferingFacets.count..<OfferingFacets.count + closed.reduce(0) { $0 + $1.1.count }

    /// The number of a value, if any program ever carried it.
    func ordinal(_ facet: FacetName, _ value: String) -> Int32? { ordinals[facet.position][value] }

    @discardableResult
    mutating func insert(_ facet: FacetName, _ value: String) -> Int32 {
        if let known = ordinals[facet.position][value] { return known }
        let ordinal = Int32(values.count)
        ordinals[facet.position][value] = ordinal
        byFacet[facet.position].append(ordinal)
        facets.append(facet)
        values.append(value)
        beginnings.append(value.beginning)
        return ordinal
    }

    /// The order of values among equals.
    func comes(_ a: Int32, before b: Int32) -> Bool {
        let (first, second) = (beginnings[Int(a)], beginnings[Int(b)])
        return first == second ? values[Int(a)] < values[Int(b)] : first < second
    }

    /// Takes over what another dictionary knows.
    /// - Returns: by number there, the number here.
    mutating func adopt(_ other: FacetDictionary) -> [Int32] {
        zip(other.facets, other.values).map { ordinal($0, $1) ?? insert($0, $1) }
    }
}

extension FacetName {
    /// The place in `allCases`.
    var position: Int {
        switch self {
        case .occupation: 0
        case .industry: 1
        case .skill: 2
        case .technology: 3
        case .institution: 4
        case .institutionKind: 5
        case .department: 6
        case .delivery: 7
        case .language: 8
        case .duration: 9
        case .price: 10
        case .funding: 11
        case .start: 12
        case .region: 13
        case .priorEducation: 14
        case .outlook: 15
        case .support: 16
        case .feature: 17
        case .demand: 18
        }
    }

    /// Its values are few and known beforehand: shown in their declared order.
    var isClosed: Bool {
        switch self {
        case .occupation, .industry, .skill, .technology, .institution, .department, .region: false
        default: true
        }
    }

    /// Decided by one offering rather than by the program.
    var isOfOfferings: Bool {
        switch self {
        case .delivery, .language, .price, .start, .region: true
        default: false
        }
    }
}

extension String {
    /// The first eight bytes, as a number that compares as they do.
    var beginning: UInt64 {
        var beginning: UInt64 = 0
        for (place, byte) in utf8.prefix(8).enumerated() { beginning |= UInt64(byte) << UInt64(56 - 8 * place) }
        return beginning
    }
}
