/// One way to take a program: when, where, in which language, for how much.
package struct Offering: Hashable, Sendable, Codable {
    package var schedule: Schedule
    package var delivery: Delivery
    /// Where one has to be. `nil` for online.
    package var place: Place?
    package var language: Language
    /// `nil` when the institution has not said; `.free` when it costs nothing.
    package var price: Money?

    package enum Schedule: Hashable, Sendable {
        case openAllYear
        /// First day, and the last one when it is known.
        case dates(start: CalendarDate, end: CalendarDate?)
    }

    package enum Delivery: String, Codable, Sendable, CaseIterable {
        case online
        case onlineLive = "online-live"
        case inPerson = "in-person"
        case hybrid
        case workplace
    }

    package init(schedule: Schedule, delivery: Delivery, place: Place? = nil, language: Language, price: Money? = nil) {
        self.schedule = schedule
        self.delivery = delivery
        self.place = place
        self.language = language
        self.price = price
    }

    package var start: CalendarDate? {
        if case .dates(let start, _) = schedule { start } else { nil }
    }

    /// One can still begin: it is open all year, or it starts today or later.
    package func isUpcoming(on today: CalendarDate) -> Bool { start.map { $0 >= today } ?? true }
}

extension Offering.Schedule: Codable {
    private enum Key: String, CodingKey { case start, end }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let start = try container.decodeIfPresent(CalendarDate.self, forKey: .start) {
            self = .dates(start: start, end: try container.decodeIfPresent(CalendarDate.self, forKey: .end))
        } else {
            self = .openAllYear
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        if case .dates(let start, let end) = self {
            try container.encode(start, forKey: .start)
            try container.encodeIfPresent(end, forKey: .end)
        }
    }
}
