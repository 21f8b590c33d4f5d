/// How much of what a person decides by an institution has told of a program: the share of twelve parts, each counting the same.
///
/// Institutions see what is missing; ready-made lists leave out programs that say too little (docs/lists.md).
package struct Completeness: Hashable, Sendable {
    package enum Part: String, CaseIterable, Sendable {
        /// One line: what a learner will be able to do.
        case summary
        case description
        /// At least one learning outcome.
        case outcomes
        /// Hours of learning and weeks from first to last day: funding rules need both.
        case length
        case department
        case assessment
        /// Every offering states what it costs, or that it costs nothing.
        case price
        /// There is an offering one can still begin.
        case dates
        /// Every offering that is not wholly online says where.
        case place
        /// At least one approved occupation.
        case occupations
        /// At least one approved skill.
        case skills
        /// Title and summary in English and in French.
        case bothLanguages
    }

    /// In the order of `Part.allCases`.
    package let missing: [Part]

    /// 0 to 1.
    package var share: Double { 1 - Double(missing.count) / Double(Part.allCases.count) }
}

extension Program {
    /// - Parameter today: offerings that began before it do not count, unless all have begun.
    package func completeness(on today: CalendarDate) -> Completeness {
        let upcoming = offerings.filter { $0.isUpcoming(on: today) }
        let told = upcoming.isEmpty ? offerings : upcoming
        return Completeness(
            missing: Completeness.Part.allCases.filter { part in
                switch part {
                case .summary: summary.isEmpty
                case .description: description.isEmpty
                case .outcomes: outcomes.isEmpty
                case .length: hours == nil || weeks == nil
                case .department: department.isEmpty
                case .assessment: assessment.isEmpty
                case .price: told.isEmpty || told.contains { $0.price == nil }
                case .dates: upcoming.isEmpty
                case .place: told.isEmpty || told.contains { $0.delivery.needsPlace && $0.place == nil }
                case .occupations: occupations.isEmpty
                case .skills: skills.isEmpty
                case .bothLanguages: !title.isBilingual || !summary.isBilingual
                }
            })
    }
}

extension Offering.Delivery {
    /// Whether one has to be somewhere, at least now and then.
    package var needsPlace: Bool {
        switch self {
        case .online, .onlineLive: false
        case .inPerson, .hybrid, .workplace: true
        }
    }
}
