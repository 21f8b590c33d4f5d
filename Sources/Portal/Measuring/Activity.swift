package import Domain
package import Matching

/// Something that happened on the portal and is counted from the first day.
package enum Activity: Sendable {
    case programView(Program)
    case occupationView(OccupationCode)
    case institutionView(Institution.ID)
    /// A page of results was asked for. `total` tells searches that found nothing apart.
    case search(ProgramQuery, total: Int)
    /// The words somebody gave for their job, and what they were shown.
    case recommendation(String, shown: [Program])
    /// Programs that stood in a list somebody saw.
    case impressions([Program])
    /// On to the institution's own page.
    case clickThrough(Program)
    /// On to the institution's own site from its page.
    case institutionClickThrough(Institution.ID)
    /// A job title was chosen from the suggestions.
    case suggestion(OccupationCode)
    /// Somebody with one job was shown a program first that prepares for another one, or for their own.
    case sectorChange(from: OccupationCode, to: OccupationCode, LabourMarketInformation)
}

extension Activity {
    /// The kinds that are stored, under names that never change.
    package enum Kind: String, CaseIterable, Sendable {
        case programView = "program-view"
        case occupationView = "occupation-view"
        case institutionView = "institution-view"
        case search
        case searchWithoutResult = "search-without-result"
        case recommendation
        case recommendationWithoutResult = "recommendation-without-result"
        case impression
        case clickThrough = "click-through"
        case suggestion
        case sectorChange = "sector-change"
    }

    /// One line of a day's counts.
    struct Subject: Hashable, Sendable {
        let kind: Kind
        /// A program, an occupation, words somebody typed; empty when there is none.
        let subject: String
        /// Empty where none is concerned.
        let institution: String

        init(_ kind: Kind, _ subject: String, institution: String = "") {
            self.kind = kind
            self.subject = subject
            self.institution = institution
        }

        init(_ kind: Kind, program: Program) { self.init(kind, program.id.rawValue, institution: program.institution.rawValue) }

        /// Words are many, and anybody can make up new ones.
        var isWords: Bool {
            switch kind {
            case .search, .searchWithoutResult, .recommendation, .recommendationWithoutResult: !subject.isEmpty
            case .programView, .occupationView, .institutionView, .impression, .clickThrough, .suggestion, .sectorChange: false
            }
        }
    }

    var subjects: [Subject] {
        switch self {
        case .programView(let program): [Subject(.programView, program: program)]
        case .occupationView(let code): [Subject(.occupationView, code.rawValue)]
        case .institutionView(let id): [Subject(.institutionView, "", institution: id.rawValue)]
        case .search(let query, let total):
            // Only the first page is a search; the next ones read on in it.
            query.offset > 0 ? [] : [Subject(total == 0 ? .searchWithoutResult : .search, SearchedWords.countable(query.text))]
        case .recommendation(let text, let shown):
            [Subject(shown.isEmpty ? .recommendationWithoutResult : .recommendation, SearchedWords.countable(text))]
                + shown.map { Subject(.impression, program: $0) }
        case .impressions(let programs): programs.map { Subject(.impression, program: $0) }
        case .clickThrough(let program): [Subject(.clickThrough, program: program)]
        case .institutionClickThrough(let id): [Subject(.clickThrough, "", institution: id.rawValue)]
        case .suggestion(let code): [Subject(.suggestion, code.rawValue)]
        case .sectorChange(let job, let occupation, let labourMarket):
            [Subject(.sectorChange, SectorChange.subject(from: job, to: occupation, labourMarket))]
        }
    }
}
