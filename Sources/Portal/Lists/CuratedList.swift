package import Domain

/// A ready-made list of programs: a rule that finds them, and what its editor puts on top or leaves out.
///
/// It holds no program itself, so that it never goes stale; `ProgramList` is what the rule gives on a day.
package struct CuratedList: Hashable, Sendable, Codable {
    package typealias ID = Identifier<CuratedList>

    /// A short readable key, stable for ever.
    package let id: ID
    /// Its name in addresses, by language.
    package var slug: LocalizedText
    package var title: LocalizedText
    /// What the industry is and what one can do in it: for somebody who looks for work, in plain words.
    package var forLearners: LocalizedText
    /// The same for somebody who looks for people.
    package var forEmployers: LocalizedText
    package var rule: Rule
    /// First on the list, in this order, whatever the rule says. One that is not published is passed over.
    package var pinned: [Program.ID]
    /// Never on the list.
    package var excluded: Set<Program.ID>
    /// The day its words or its rule last changed.
    package var revised: CalendarDate

    /// What a program must have to be on the list (docs/lists.md).
    package struct Rule: Hashable, Sendable, Codable {
        /// NAICS codes; a program belongs when it is tagged with one of them or with one below it.
        package var industries: [Industry.Code]
        /// Whether an industry inferred from the program's occupations counts like a stated one.
        package var acceptsInferred: Bool
        /// The best outlook among the program's occupations must be at least this. A program without a published one passes.
        package var minimumOutlook: Outlook.Value
        /// Of `Completeness.share`, 0 to 1.
        package var minimumCompleteness: Double

        package init(
            industries: [Industry.Code], acceptsInferred: Bool = true, minimumOutlook: Outlook.Value = .balance,
            minimumCompleteness: Double = 0
        ) {
            self.industries = industries
            self.acceptsInferred = acceptsInferred
            self.minimumOutlook = minimumOutlook
            self.minimumCompleteness = minimumCompleteness
        }
    }

    package init(
        id: ID, slug: LocalizedText, title: LocalizedText, forLearners: LocalizedText, forEmployers: LocalizedText, rule: Rule,
        pinned: [Program.ID] = [], excluded: Set<Program.ID> = [], revised: CalendarDate
    ) {
        self.id = id
        self.slug = slug
        self.title = title
        self.forLearners = forLearners
        self.forEmployers = forEmployers
        self.rule = rule
        self.pinned = pinned
        self.excluded = excluded
        self.revised = revised
    }
}
