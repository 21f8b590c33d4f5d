import Domain

/// Swift Testing has a `Tag` of its own: here a tag is the portal's.
typealias Tag = Domain.Tag

extension Program {
    /// A program with what a test names and nothing else.
    static func sample(
        hours: Double? = nil, weeks: Double? = nil, funding: Set<Funding> = [], offerings: [Offering] = [], tags: [Tag] = []
    ) -> Program {
        Program(
            id: "p1", institution: "north", reference: "N-1", title: LocalizedText(en: "Welding basics"), hours: hours, weeks: weeks,
            funding: funding, url: "https://north.example/n-1", offerings: offerings, tags: tags)
    }
}

extension Offering {
    /// - Parameter days: from today to the first day; `nil` is open all year.
    static func sample(startsIn days: Int?, dollars: Int? = nil, _ language: Language = .en) -> Offering {
        Offering(
            schedule: days.map { .dates(start: CalendarDate.today.adding(days: $0), end: nil) } ?? .openAllYear, delivery: .online,
            language: language, price: dollars.map { Money(dollars: $0) })
    }
}

extension CalendarDate {
    /// The day of every fixture: 2026-11-23.
    static let today = CalendarDate(dayNumber: 20_780)
}
