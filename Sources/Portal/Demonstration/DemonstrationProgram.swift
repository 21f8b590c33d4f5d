import Domain

/// An institution as the files of the demonstration tell it.
struct DemonstrationInstitution: Decodable {
    let id: Institution.ID
    let name: LocalizedText
    let kind: Institution.Kind
    let url: String
    let place: Place

    var institution: Institution {
        Institution(id: id, name: name, kind: kind, url: url, place: place, isDemonstration: true)
    }
}

/// A program as the files of the demonstration tell it: days are counted from today, empty values are left out.
struct DemonstrationProgram: Decodable {
    let institution: Institution.ID
    let reference: String
    let title: LocalizedText
    let summary: LocalizedText?
    let description: LocalizedText?
    let outcomes: [LocalizedText]?
    let department: LocalizedText?
    let hours: Double?
    let weeks: Double?
    let priorEducation: PriorEducation?
    let priorEducationNote: LocalizedText?
    let credential: Credential?
    let assessment: LocalizedText?
    let cipCode: String?
    let funding: [Funding]?
    let isWorkIntegrated: Bool?
    let isHandsOn: Bool?
    let supports: [Support]?
    let endorsements: [Endorsement]?
    let sequence: SequenceStep?
    let offerings: [DemonstrationOffering]?
    let occupations: [String]?
    let industries: [String]?
    let skills: [String]?
    let technologies: [String]?
    let confirmedAgo: Int?
}

struct DemonstrationOffering: Decodable {
    /// Days from today; without it the offering is open all year.
    let startsIn: Int?
    let endsIn: Int?
    let delivery: Offering.Delivery
    let place: Place?
    let language: Language
    /// Whole dollars; 0 is free.
    let price: Int?

    func offering(today: CalendarDate) -> Offering {
        Offering(
            schedule: startsIn.map { .dates(start: today.adding(days: $0), end: endsIn.map { today.adding(days: $0) }) } ?? .openAllYear,
            delivery: delivery, place: place, language: language, price: price.map(Money.init(dollars:)))
    }
}
