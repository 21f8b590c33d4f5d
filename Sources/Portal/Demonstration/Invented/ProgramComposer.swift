import Domain

/// Puts one program together from a theme, tags around it and phrases over both.
struct ProgramComposer: Sendable {
    let seed: UInt64
    let today: CalendarDate
    let information: LabourMarketInformation
    let vocabulary: InventedVocabulary
    let words: InventedWords
    let institutions: ZipfChoice<Institution>

    /// Every sixteenth place begins three programs that may be a series.
    private static let seriesDistance = 16
    private static let seriesLength = 3

    init(seed: UInt64, today: CalendarDate, information: LabourMarketInformation) throws {
        self.seed = seed
        self.today = today
        self.information = information
        vocabulary = try InventedVocabulary.read()
        words = try InventedWords(seed: seed, information: information, vocabulary: vocabulary)
        institutions = ZipfChoice(
            InventedInstitutions.make(seed: seed, vocabulary: vocabulary, areas: words.areas), exponent: 0.9)
    }

    func program(_ index: Int) -> Program {
        var numbers = SeededNumbers(seed: seed, stream: UInt64(index))
        let series = series(index)
        let institution = series?.institution ?? institutions.pick(&numbers)
        let theme = series?.theme ?? words.themes.pick(&numbers)
        let subject = ProgramSubject(theme, words, information, &numbers)
        let hours = Double(
            numbers.pick([3: 1, 6: 2, 12: 3, 18: 2, 24: 4, 30: 5, 36: 5, 42: 6, 45: 4, 60: 4, 84: 2, 120: 2, 180: 1, 280: 0.5]))
        let weeks = max(1, (hours / numbers.pick([3: 4.0, 6: 3.0, 9: 1.0, 15: 1.0, 30: 1.0])).rounded())
        let texts = ProgramTexts(
            subject, vocabulary: vocabulary, words: words, information: information, hours: Int(hours), city: institution.place.city,
            &numbers)
        let reference = "\(theme.prefix)-\(index + 1)"
        let languages = texts.languages
        return Program(
            id: Program.ID(NamedIdentifier.make("\(seed)/\(institution.id)/\(reference)")), institution: institution.id,
            reference: reference, state: numbers.pick([.published: 0.985, .draft: 0.01, .archived: 0.005]),
            title: texts.title(&numbers), summary: texts.summary(&numbers), description: texts.description(&numbers),
            outcomes: texts.outcomes(&numbers), department: texts.department(&numbers), hours: hours, weeks: weeks,
            priorEducation: numbers.pick([
                .none: 5, .secondary: 4, .someSecondary: 1, .postSecondary: 1.5, .degree: 0.6, .tradeCertificate: 0.8, .workExperience: 1,
            ]),
            priorEducationNote: numbers.chance(0.2) ? texts.note(&numbers) : LocalizedText(),
            credential: numbers.pick([.microCredential: 6, .digitalBadge: 2, .certificateOfCompletion: 3, .industryCertification: 1]),
            assessment: numbers.chance(0.6) ? texts.assessment(&numbers) : LocalizedText(), cipCode: theme.cipCode,
            funding: funding(hours: hours, weeks: weeks, &numbers), isWorkIntegrated: numbers.chance(0.18),
            isHandsOn: numbers.chance(0.4), supports: Set(Support.allCases.filter { _ in numbers.chance(0.09) }),
            endorsements: numbers.chance(0.12) ? [texts.endorsement(&numbers)] : [],
            sequence: series.map { SequenceStep(reference: $0.reference, title: theme.title.only(languages), position: $0.position) },
            url: "https://\(institution.id).example/programs/\(reference.lowercased())",
            offerings: offerings(of: institution, weeks: weeks, languages: languages, &numbers),
            tags: subject.targets.map { Tag($0) },
            lastConfirmed: numbers.chance(0.85) ? today.adding(days: -numbers.number(0...400)) : nil)
    }

    /// The series a place belongs to: what its programs have in common is drawn from the first one's number.
    private func series(_ index: Int) -> (institution: Institution, theme: ProgramTheme, reference: String, position: Int)? {
        let position = index % Self.seriesDistance
        guard position < Self.seriesLength else { return nil }
        let number = index / Self.seriesDistance
        var numbers = SeededNumbers(seed: seed, stream: UInt64(1) << 61 | UInt64(number))
        guard numbers.chance(0.35) else { return nil }
        return (institutions.pick(&numbers), words.themes.pick(&numbers), "S-\(number + 1)", position + 1)
    }

    /// Claimed where the rules allow it, as an import would insist.
    private func funding(hours: Double, weeks: Double, _ numbers: inout SeededNumbers) -> Set<Funding> {
        var funding: Set<Funding> = []
        if numbers.chance(0.55), Funding.osap.objection(hours: hours, weeks: weeks) == nil { funding.insert(.osap) }
        if numbers.chance(0.2) { funding.insert(.canadaOntarioJobGrant) }
        return funding
    }

    private func offerings(
        of institution: Institution, weeks: Double, languages: [Language], _ numbers: inout SeededNumbers
    ) -> [Offering] {
        let price: Money? =
            numbers.chance(0.05) ? nil : numbers.chance(0.12) ? .free : Money(dollars: 5 * numbers.number(9...60) * numbers.number(1...4))
        return (0...numbers.run(0.5, most: 7)).map { _ in
            let delivery: Offering.Delivery = numbers.pick([.inPerson: 32, .online: 28, .onlineLive: 20, .hybrid: 15, .workplace: 5])
            let isSomewhere = delivery != .online && delivery != .onlineLive
            let isOpen = numbers.chance(delivery == .online ? 0.6 : 0.08)
            // From six weeks ago, because catalogues are never quite up to date, to ten months ahead.
            let start = today.adding(days: numbers.number(-42...300))
            let end = numbers.chance(0.9) ? start.adding(days: Int(weeks) * 7) : nil
            let elsewhere = numbers.chance(0.25) ? InventedInstitutions.place(words.areas.pick(&numbers), &numbers) : institution.place
            return Offering(
                schedule: isOpen ? .openAllYear : .dates(start: start, end: end), delivery: delivery,
                place: isSomewhere ? elsewhere : nil, language: numbers.chance(0.9) ? languages[0] : languages[languages.count - 1],
                price: price)
        }
    }
}
