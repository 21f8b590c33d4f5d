import Domain

/// Swift Testing has a `Tag` of its own: here a tag is the portal's.
typealias Tag = Domain.Tag

extension CalendarDate {
    /// The day of every fixture.
    static let today = CalendarDate("2026-11-23")!
}

extension Offering {
    /// - Parameter days: from today to the first day; `nil` is open all year.
    static func sample(
        startsIn days: Int? = nil, _ delivery: Delivery = .online, _ language: Language = .en, cents: Int? = nil, city: String? = nil,
        postalCode: String? = nil
    ) -> Offering {
        Offering(
            schedule: days.map { .dates(start: CalendarDate.today.adding(days: $0), end: CalendarDate.today.adding(days: $0 + 30)) }
                ?? .openAllYear,
            delivery: delivery, place: city.map { Place(city: $0, postalCode: postalCode) }, language: language,
            price: cents.map(Money.init(cents:)))
    }
}

extension Program {
    /// A program with what a test names, and otherwise nothing that could speak for or against it.
    static func sample(
        _ id: String, institution: Institution.ID = "northern-lakes", title: LocalizedText? = nil, tags: [TagTarget] = [],
        offerings: [Offering] = [.sample()], url: String? = nil, _ change: (inout Program) -> Void = { _ in }
    ) -> Program {
        var program = Program(
            id: ID(id), institution: institution, reference: "REF-\(id)",
            title: title ?? LocalizedText(en: "Program \(id)", fr: "Programme \(id)"),
            url: url ?? "https://northern-lakes.example/programs/\(id)", offerings: offerings, tags: tags.map { Tag($0) },
            lastConfirmed: CalendarDate("2026-10-01"))
        change(&program)
        return program
    }

    static let samples: [Program] = [full, secondStep, frenchOnly, bare, hostile, withoutAddress] + crowd

    /// Everything a program can say.
    static let full = sample(
        "dementia", title: LocalizedText(en: "Dementia care essentials", fr: "L’essentiel des soins liés à la démence"),
        tags: [.occupation(.nurseAide), .occupation(.nothingKnown), .skill("dementia-care"), .technology("meditech"), .industry("623")],
        offerings: [
            .sample(startsIn: 57, .inPerson, cents: 45_050, city: "Sudbury", postalCode: "P3E 2C6"),
            .sample(startsIn: -30, .inPerson, cents: 100, city: "Ottawa", postalCode: "K1A 0B1"), .sample(.online, .fr, cents: 125_000),
        ]
    ) { program in
        program.summary = LocalizedText(en: "Care calmly for people with dementia.", fr: "Prendre soin des personnes atteintes de démence.")
        program.description = LocalizedText(en: "Six evenings of practice.", fr: "Six soirées de pratique.")
        program.outcomes = [LocalizedText(en: "Recognize signs of distress", fr: "Reconnaître les signes de détresse")]
        program.department = LocalizedText(en: "Health Sciences", fr: "Sciences de la santé")
        program.hours = 40.5
        program.weeks = 6
        program.priorEducation = .secondary
        program.priorEducationNote = LocalizedText(en: "Or a year in care.", fr: "Ou une année dans les soins.")
        program.assessment = LocalizedText(en: "A case study.", fr: "Une étude de cas.")
        program.cipCode = "51.3902"
        program.funding = [.osap, .canadaOntarioJobGrant]
        program.isHandsOn = true
        program.isWorkIntegrated = true
        program.supports = [.childCare, .evening]
        program.endorsements = [Endorsement(name: "Care Association", url: "https://care.example"), Endorsement(name: "Home & Hospital")]
        program.sequence = SequenceStep(reference: "care", title: LocalizedText(en: "Care", fr: "Soins"), position: 1)
        program.tags[0].evidence = "care calmly for people"
        program.tags[0].taxonomyVersion = "NOC 2021 v1.0"
    }

    /// The next one in the same series, and free.
    static let secondStep = sample(
        "medication", title: LocalizedText(en: "Medication administration"), tags: [.occupation(.nurseAide), .occupation(.homeSupport)],
        offerings: [.sample(cents: 0)]
    ) { program in
        program.hours = 1.5
        program.weeks = 1
        program.sequence = SequenceStep(reference: "care", title: LocalizedText(en: "Care", fr: "Soins"), position: 2)
    }

    static let frenchOnly = sample(
        "soudage", institution: "ecole-du-fer", title: LocalizedText(fr: "Soudage à l’arc"),
        tags: [.occupation(.welder), .skill("welding")],
        offerings: [.sample(startsIn: 12, .hybrid, .fr, cents: 98_000, city: "Ottawa", postalCode: "K1A 0B1")]
    ) { $0.summary = LocalizedText(fr: "Souder l’acier en atelier.") }

    /// Nothing known but the title: every date has passed, nobody ever confirmed it.
    static let bare = sample("bare", offerings: [.sample(startsIn: -200)]) { $0.lastConfirmed = nil }

    /// What somebody with bad intentions would import.
    static let hostile = sample(
        "hostile",
        title: LocalizedText(en: "Welding\"\u{301} <script>alert(1)</script> & 'more'", fr: "Soudage \"><img src=x onerror=alert(1)>"),
        tags: [.occupation(.welder)], url: "https://evil.example/\"><script>alert(1)</script>"
    ) { program in
        program.summary = LocalizedText(en: "</script><script>alert(2)</script>", fr: "\u{0}</textarea>")
        program.department = LocalizedText(en: "A \"quoted\" department", fr: "Un « département »")
        program.endorsements = [Endorsement(name: "<b>Nobody</b>", url: "java\nscript:alert(1)")]
        program.lastConfirmed = CalendarDate("2020-01-01")
    }

    static let withoutAddress = sample("no-address", url: "javascript:alert(1)")

    /// Enough for a second page of results.
    private static let crowd = (1...25).map { number in
        sample("crowd-\(number)", institution: "ecole-du-fer", tags: [.occupation(number % 2 == 0 ? .nurseAide : .chef)]) {
            $0.hours = Double(number)
            $0.offerings = [.sample(startsIn: number, .onlineLive, cents: number * 1_000)]
        }
    }
}
