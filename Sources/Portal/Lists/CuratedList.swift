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
    /// Whom it is for.
    package var readers: Set<Reader>
    package var basis: Basis
    package var rule: Rule
    /// What finds its programs, where that is its basis.
    package var search: Search
    /// First on the list, in this order, whatever the rule says. One that is not published is passed over.
    package var pinned: [Program.ID]
    /// Never on the list.
    package var excluded: Set<Program.ID>
    /// The day its words or its rule last changed.
    package var revised: CalendarDate

    package enum Reader: String, Hashable, Sendable, Codable, CaseIterable { case learners, employers }

    /// What puts programs on it, beside those that stand on top.
    package enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
        /// What serves the rule's industries.
        case industries
        case search
        /// Nothing: only those that were chosen.
        case chosen
    }

    /// A search as its address says it, in the words of `ProgramQuery`.
    package struct Search: Hashable, Sendable, Codable {
        package var text: String
        /// Values by facet.
        package var filters: [String: [String]]
        /// Cents.
        package var maximumPrice: Int?

        package init(text: String = "", filters: [String: [String]] = [:], maximumPrice: Int? = nil) {
            self.text = text
            self.filters = filters
            self.maximumPrice = maximumPrice
        }

        package var isEmpty: Bool { text.isEmpty && filters.isEmpty && maximumPrice == nil }
    }

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
        id: ID, slug: LocalizedText, title: LocalizedText, forLearners: LocalizedText, forEmployers: LocalizedText,
        readers: Set<Reader> = Set(Reader.allCases), basis: Basis = .industries, rule: Rule, search: Search = Search(),
        pinned: [Program.ID] = [], excluded: Set<Program.ID> = [], revised: CalendarDate
    ) {
        self.id = id
        self.slug = slug
        self.title = title
        self.forLearners = forLearners
        self.forEmployers = forEmployers
        self.readers = readers
        self.basis = basis
        self.rule = rule
        self.search = search
        self.pinned = pinned
        self.excluded = excluded
        self.revised = revised
    }

    /// What is not said is as with the lists that every portal starts with.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try values.decode(ID.self, forKey: .id), slug: try values.decode(LocalizedText.self, forKey: .slug),
            title: try values.decode(LocalizedText.self, forKey: .title),
            forLearners: try values.decode(LocalizedText.self, forKey: .forLearners),
            forEmployers: try values.decode(LocalizedText.self, forKey: .forEmployers),
            readers: try values.decodeIfPresent(Set<Reader>.self, forKey: .readers) ?? Set(Reader.allCases),
            basis: try values.decodeIfPresent(Basis.self, forKey: .basis) ?? .industries, rule: try values.decode(Rule.self, forKey: .rule),
            search: try values.decodeIfPresent(Search.self, forKey: .search) ?? Search(),
            pinned: try values.decode([Program.ID].self, forKey: .pinned),
            excluded: try values.decode(Set<Program.ID>.self, forKey: .excluded),
            revised: try values.decode(CalendarDate.self, forKey: .revised))
    }
}
