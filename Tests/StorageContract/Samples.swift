package import Domain

extension Timestamp {
    package static let sample = Timestamp(milliseconds: 1_790_000_000_123)
}

extension Institution {
    package static func sample(_ id: Institution.ID = "cedar-college") -> Institution {
        Institution(
            id: id, name: LocalizedText(en: "Cedar College", fr: "Collège du Cèdre"), kind: .college, url: "https://cedar.example",
            place: Place(city: "Sudbury", postalCode: "P3E 2C6"))
    }
}

extension Program {
    /// Every field holds something, and nothing holds a default.
    package static func sample(_ id: Program.ID = "p1", of institution: Institution.ID = "cedar-college", reference: String = "WLD-1")
        -> Program
    {
        Program(
            id: id, institution: institution, reference: reference, state: .draft,
            title: LocalizedText(en: "Welding basics", fr: "Bases du soudage"), summary: LocalizedText(fr: "Souder droit"),
            description: LocalizedText(en: "Line one\nLine two \"quoted\" 👩🏽‍🔧"),
            outcomes: [LocalizedText(en: "Weld"), LocalizedText(fr: "Couper"), LocalizedText(en: "Grind", fr: "Meuler")],
            department: LocalizedText(en: "Trades", fr: "Métiers"), hours: 37.5, weeks: 4, priorEducation: .tradeCertificate,
            priorEducationNote: LocalizedText(en: "Or a year of work"), credential: .digitalBadge, assessment: LocalizedText(fr: "Épreuve"),
            cipCode: "48.0508", funding: [.osap, .canadaOntarioJobGrant], isWorkIntegrated: true, isHandsOn: true,
            supports: [.childCare, .evening],
            endorsements: [Endorsement(name: "B Guild", url: "https://b.example"), Endorsement(name: "A")],
            sequence: SequenceStep(reference: "WLD", title: LocalizedText(en: "Welder"), position: 2), url: "https://cedar.example/w",
            offerings: [
                Offering(schedule: .openAllYear, delivery: .online, language: .fr, price: .free),
                Offering(
                    schedule: .dates(start: CalendarDate("2027-01-12")!, end: nil), delivery: .hybrid, place: Place(city: "Hearst"),
                    language: .en),
                Offering(
                    schedule: .dates(start: CalendarDate("2027-01-12")!, end: CalendarDate("2027-03-02")!), delivery: .inPerson,
                    place: Place(city: "Sudbury", postalCode: "P3E"), language: .en, price: Money(cents: 45_050)),
            ],
            tags: [
                Tag(.skill("tremplin:mig-welding")),
                Tag(
                    .occupation(OccupationCode("72106")!), state: .rejected, evidence: "weld", confidence: 0.123456789,
                    decidedBy: "matcher 1", decidedAt: .sample, taxonomyVersion: "NOC 2021 v1.0"),
                Tag(.industry("31-33"), state: .suggested, confidence: 1), Tag(.technology("welder"), state: .inferred),
            ],
            lastConfirmed: CalendarDate("2026-11-01")!)
    }
}
