import Domain

/// Programs made of everything an institution may enter, and of texts that break careless readers. The same in every run.
struct RandomPrograms {
    static let institutions: [Institution.ID] = ["cedar-college", "collège-élan"]
    private static let pieces = [
        "soudage", "Élève", "e\u{301}té", "👩🏽‍🔧", "ᐃᓄᒃ", "a, b; c|d", "\"quoted\"", "\"\u{301}", ";\u{301}", "|\u{301}", "<x@y.example>", "\\",
        "\\n",
        "line\nbreak", "cr\r\nlf", "\r", "tab\tbed", "'", "=1+1", "-", "~", "<", ">", "K1A 0B1", "..", "{\"en\": 1}", "[", "null", "007",
        "\u{A0}x", "\u{FEFF}y",
    ]

    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    private mutating func chance(_ one: Int) -> Bool { number(1...one) == 1 }
    private mutating func pick<Value>(_ values: [Value]) -> Value { values[number(0...values.count - 1)] }
    private mutating func subset<Value: Hashable>(_ values: [Value]) -> Set<Value> { Set(values.filter { _ in chance(3) }) }
    private mutating func list<Value>(_ most: Int, _ make: (inout RandomPrograms) -> Value) -> [Value] {
        (0..<number(0...most)).map { _ in make(&self) }
    }

    /// Never blank, never with white space at its ends: what an import or a form makes of any text.
    private mutating func text() -> String {
        let start = pick(["", "", "=", "-", "@", "'", "''=", "~", "+1"])
        let joined = start + (0..<number(1...5)).map { _ in pick(Self.pieces) }.joined(separator: pick([" ", "", "\n", "\n\n", " - "]))
        let scalars = joined.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "x" }
        return String(scalars[first...last])
    }

    private mutating func localized() -> LocalizedText {
        switch number(1...4) {
        case 1: LocalizedText(en: text())
        case 2: LocalizedText(fr: text())
        default: LocalizedText(en: text(), fr: text())
        }
    }

    private mutating func optionalLocalized() -> LocalizedText { chance(3) ? LocalizedText() : localized() }

    mutating func program(_ index: Int) -> Program {
        let hours = chance(4) ? nil : Double(number(10...600)) / 2
        let weeks = chance(4) ? nil : pick([0.5, 1, 3.25, 1.0 / 3, 11.9])
        var funding = subset(Funding.allCases)
        if hours == nil || weeks == nil { funding.remove(.osap) }
        return Program(
            id: Program.ID("p-\(index)"), institution: pick(Self.institutions),
            reference: "R\(index) " + text().prefix(20).filter { !$0.isWhitespace },
            state: pick(Program.State.allCases), title: localized(), summary: optionalLocalized(), description: optionalLocalized(),
            outcomes: list(4) { $0.localized() }, department: optionalLocalized(), hours: hours, weeks: weeks,
            priorEducation: pick(PriorEducation.allCases), priorEducationNote: optionalLocalized(), credential: pick(Credential.allCases),
            assessment: optionalLocalized(), cipCode: pick([nil, "51", "51.39", "51.3902"]), funding: funding, isWorkIntegrated: chance(2),
            isHandsOn: chance(2), supports: subset(Support.allCases),
            endorsements: list(3) { Endorsement(name: $0.text(), url: $0.pick([nil, "https://endorser.example/a?b=c&d#é"])) },
            sequence: chance(2) ? SequenceStep(reference: "S;1", title: optionalLocalized(), position: number(1...9)) : nil,
            url: pick(["https://x.example/programs/1", "http://é.example?q=a;b,c"]), offerings: list(4) { $0.offering() }, tags: tags(),
            lastConfirmed: chance(2) ? CalendarDate(dayNumber: number(15_000...25_000)) : nil)
    }

    private mutating func offering() -> Offering {
        let start = CalendarDate(dayNumber: number(15_000...25_000))
        let schedule: Offering.Schedule =
            switch number(1...3) {
            case 1: .openAllYear
            case 2: .dates(start: start, end: nil)
            default: .dates(start: start, end: start.adding(days: number(0...90)))
            }
        let city = pick([
            "Sudbury", "St. Catharines", "Sault; Ste. Marie", "Two  spaces", "L'Orignal \\ nord", "Ville 2000", "K1A nord", "a\nb",
        ])
        let place = chance(3) ? nil : Place(city: city, postalCode: pick([nil, "P3E", "P3E 2C6"]))
        return Offering(
            schedule: schedule, delivery: pick(Offering.Delivery.allCases), place: place, language: pick(Language.allCases),
            price: pick([nil, .free, Money(cents: 1), Money(cents: 45_050), Money(dollars: 99_999)]))
    }

    private mutating func tags() -> [Tag] {
        var targets: [TagTarget] = ["33102", "00010", "72106"].map { .occupation(OccupationCode($0)!) }
        targets += ["31-33", "62", "6211"].map { .industry(Identifier($0)) }
        targets += ["tremplin:mig-welding", "oasis:critical-thinking"].map { .skill(Identifier($0)) }
        targets += ["microsoft-excel", "c++"].map { .technology(Identifier($0)) }
        if chance(2) { targets.shuffle(using: &generator) }
        let isPlain = chance(2)
        return targets.filter { _ in chance(2) }.map { target in
            isPlain
                ? Tag(target)
                : Tag(
                    target, state: pick(Tag.State.allCases), evidence: chance(2) ? text() : nil,
                    confidence: pick([nil, 0, 1, 0.1, 1.0 / 3]), decidedBy: chance(2) ? text() : nil,
                    decidedAt: chance(2) ? Timestamp(milliseconds: Int64(number(-5...1_790_000_000_123))) : nil,
                    taxonomyVersion: pick([nil, "NOC 2021 v1.0"]))
        }
    }
}
