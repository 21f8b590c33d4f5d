extension Program {
    /// Offerings one can still begin, soonest first; open all year comes first.
    package func upcomingOfferings(on today: CalendarDate) -> [Offering] {
        offerings.filter { $0.isUpcoming(on: today) }
            .sorted { ($0.start?.dayNumber ?? .min) < ($1.start?.dayNumber ?? .min) }
    }

    /// The lowest price among upcoming offerings that state one.
    package func lowestPrice(on today: CalendarDate) -> Money? {
        offerings.filter { $0.isUpcoming(on: today) }.compactMap(\.price).min()
    }

    /// The languages it can be taken in.
    package var languagesOfInstruction: Set<Language> { Set(offerings.map(\.language)) }
}
