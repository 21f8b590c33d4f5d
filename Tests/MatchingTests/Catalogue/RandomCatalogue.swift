import Domain
import Matching

/// Programs, changes and questions drawn with a seed: small worlds in which every combination occurs.
struct RandomCatalogue {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    static let englishWords = [
        "welding", "care", "dementia", "python", "basics", "advanced", "kitchen", "safety", "metal", "web", "nursing",
    ]
    static let frenchWords = [
        "soudage", "soins", "démence", "python", "bases", "avancé", "cuisine", "sécurité", "métal", "web", "logiciels",
    ]

    mutating func programs(_ count: Int) -> [Program] { (0..<count).map { program("p\($0)") } }

    mutating func program(_ id: String) -> Program {
        let isEnglish = chance(80)
        let isFrench = chance(60) || !isEnglish
        func texts(_ count: Int, _ generator: inout RandomCatalogue) -> LocalizedText {
            LocalizedText(
                en: isEnglish ? generator.words(Self.englishWords, count) : nil,
                fr: isFrench ? generator.words(Self.frenchWords, count) : nil)
        }
        return Program(
            id: Program.ID(id), institution: pick(["north", "south", "east", "west", "unknown"]), reference: id,
            state: chance(90) ? .published : pick([.draft, .archived]),
            title: texts(2, &self), summary: chance(50) ? texts(3, &self) : LocalizedText(),
            description: chance(50) ? texts(6, &self) : LocalizedText(), outcomes: chance(50) ? [texts(2, &self), texts(2, &self)] : [],
            department: chance(50) ? LocalizedText(en: pick(["Health", "Trades"]), fr: "Département") : LocalizedText(),
            hours: chance(80) ? pick([4, 10, 39, 40, 120]) : nil, weeks: chance(60) ? pick([2, 11, 12]) : nil,
            priorEducation: pick(PriorEducation.allCases), funding: chance(50) ? [pick(Funding.allCases)] : [],
            isWorkIntegrated: chance(20), isHandsOn: chance(20), supports: chance(30) ? [pick(Support.allCases)] : [],
            endorsements: chance(20) ? [Endorsement(name: "Builders")] : [],
            sequence: chance(10) ? SequenceStep(reference: "S", title: LocalizedText(en: "Series"), position: 1) : nil,
            url: "https://x.example/\(id)", offerings: (0..<number(4)).map { _ in offering() }, tags: tags(),
            lastConfirmed: chance(70) ? CalendarDate.today.adding(days: -number(700)) : nil)
    }

    private mutating func offering() -> Offering {
        Offering(
            schedule: chance(30) ? .openAllYear : .dates(start: CalendarDate.today.adding(days: number(260) - 60), end: nil),
            delivery: pick(Offering.Delivery.allCases),
            place: chance(60) ? Place(city: "Town", postalCode: pick(["M5V 1A1", "m9w2b2", "P3E", "K1A 0B1", "Z9Z 9Z9", "?"])) : nil,
            language: pick(Language.allCases), price: chance(80) ? Money(dollars: pick([0, 100, 249, 250, 600, 1000, 2000])) : nil)
    }

    private mutating func tags() -> [Tag] {
        let occupations: [OccupationCode] = [.nurseAide, .pharmacyAssistant, .homeSupport, .welder, .machinist, .developer, .chef]
        var targets: [TagTarget] = []
        for _ in 0..<number(3) { targets.append(.occupation(pick(occupations))) }
        for _ in 0..<number(3) { targets.append(.industry(pick(["62", "6231", "332", "31-33", "722", "999"]))) }
        for _ in 0..<number(3) { targets.append(.skill(pick(["dementia-care", "mig-welding", "programming", "oasis:caring", "unknown"]))) }
        for _ in 0..<number(2) { targets.append(.technology(pick(["python", "git", "excel"]))) }
        return targets.map { Tag($0, state: chance(75) ? .approved : pick(Tag.State.allCases)) }
    }

    mutating func query() -> ProgramQuery {
        var query = ProgramQuery(language: pick(Language.allCases), sort: pick(ProgramQuery.Sort.allCases), limit: 1 + number(12))
        if chance(60) { query.text = words(chance(50) ? Self.englishWords : Self.frenchWords, 1 + number(3)) }
        if chance(10) { query.text += " zz9" }
        for _ in 0..<number(4) {
            let facet = pick(FacetName.allCases)
            query.filters[facet, default: []].insert(pick(Self.values[facet]!))
            if chance(30) { query.filters[facet]!.insert(pick(Self.values[facet]!)) }
        }
        if chance(20) { query.maximumPrice = Money(dollars: pick([0, 249, 250, 1500])) }
        if chance(20) { query.near = .init(area: pick(["M5V", "P3E 2C6", "Q1Q"]), kilometres: pick([5, 20, 400])) }
        return query
    }

    mutating func situation() -> Situation {
        let codes: [OccupationCode] = [.nurseAide, .homeSupport, .welder, .developer, .chef]
        return Situation(
            text: chance(80) ? words(Self.englishWords, 2) : "", language: pick(Language.allCases),
            occupations: (0..<number(3)).map { _ in .init(code: pick(codes), confidence: Double(number(100)) / 100) })
    }

    /// Values worth asking for, some of which no program has.
    static let values: [FacetName: [String]] = [
        .occupation: ["33102", "3310", "33", "3", "72106", "7", "99999"], .industry: ["62", "6231", "31-33", "332", "722", "999", "1"],
        .skill: ["dementia-care", "mig-welding", "programming", "unknown", "never"], .technology: ["python", "git", "never"],
        .institution: ["north", "south", "unknown"], .institutionKind: Institution.Kind.allCases.map(\.rawValue),
        .department: ["Health", "Trades", "Never"], .delivery: Offering.Delivery.allCases.map(\.rawValue), .language: ["en", "fr", "de"],
        .duration: DurationBand.allCases.map(\.rawValue), .price: PriceBand.allCases.map(\.rawValue),
        .funding: Funding.allCases.map(\.rawValue), .start: StartBand.allCases.map(\.rawValue), .region: ["3530", "3590", "3510", "1"],
        .priorEducation: PriorEducation.allCases.map(\.rawValue), .outlook: Outlook.Value.allCases.map(\.rawValue),
        .demand: Demand.Level.allCases.map(\.rawValue),
        .support: Support.allCases.map(\.rawValue), .feature: ["endorsed", "work-integrated", "hands-on", "sequence", "never"],
    ]

    mutating func words(_ vocabulary: [String], _ count: Int) -> String { (0..<count).map { _ in pick(vocabulary) }.joined(separator: " ") }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[number(values.count)] }

    mutating func chance(_ percent: Int) -> Bool { number(100) < percent }

    /// 0 to `limit - 1`.
    mutating func number(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    /// SplitMix64: the same in every run.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
