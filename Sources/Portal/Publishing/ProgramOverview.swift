package import Domain

/// One line of an institution's list: what a program is called, and how it stands.
package struct ProgramOverview: Hashable, Sendable, Identifiable {
    package let id: Program.ID
    package let reference: String
    package let title: LocalizedText
    package let state: Program.State
    /// There is a draft beside the published text.
    package let hasDraft: Bool
    package let meter: ProgramMeter
    /// For each language, the share of texts that are there in it.
    package let parity: [Language: Double]
    package let absent: Language?
    package let lastConfirmed: CalendarDate?
    package let isStale: Bool
    /// Kinds without an approved tag.
    package let untagged: [TagTarget.Kind]
    /// Tags a matcher proposed and nobody has looked at.
    package let suggestions: Int
    package let isUpcoming: Bool
    /// What is searched: title and reference, folded.
    let words: String

    init(_ sheet: ProgramSheet, institution: Institution?, today: CalendarDate, folded: (String) -> String) {
        let program = sheet.edited
        let parity = LanguageParity(program)
        id = program.id
        reference = program.reference
        title = program.title
        state = sheet.standing.state
        hasDraft = sheet.draft != nil
        meter = ProgramMeter(program, institution: institution, on: today)
        self.parity = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, parity.share($0)) })
        absent = parity.absent
        lastConfirmed = sheet.standing.lastConfirmed
        isStale = Freshness(sheet.standing, today: today).isStale
        let approved = Set(program.tags.filter { $0.state == .approved }.map(\.target.kind))
        untagged = [.occupation, .skill].filter { !approved.contains($0) }
        suggestions = program.tags.count { $0.state == .suggested }
        isUpcoming = program.offerings.contains { $0.isUpcoming(on: today) }
        words = folded("\(program.title.en ?? "") \(program.title.fr ?? "") \(program.reference)")
    }
}

/// What an institution asks of its list.
package struct ProgramListQuery: Hashable, Sendable {
    package enum Need: String, CaseIterable, Sendable {
        /// A draft waits beside the published text.
        case draft
        case incomplete, untagged
        case oneLanguage = "one-language"
        case stale
        case noDates = "no-dates"

        package func holds(_ program: ProgramOverview) -> Bool {
            switch self {
            case .draft: program.hasDraft
            case .incomplete: !program.meter.missing.isEmpty
            case .untagged: !program.untagged.isEmpty
            case .oneLanguage: program.parity.values.contains { $0 < 1 }
            case .stale: program.isStale && program.state == .published
            case .noDates: !program.isUpcoming
            }
        }
    }

    package enum Order: String, CaseIterable, Sendable { case title, completeness, confirmed, reference }

    package var text = ""
    /// `nil`: all but the archive.
    package var state: Program.State?
    package var need: Need?
    package var order = Order.title
    /// From 1.
    package var page = 1

    package init() {}

    package static let pageLength = 50
}

/// A page of the list, and the figures above it.
package struct ProgramListPage: Sendable {
    package let programs: [ProgramOverview]
    package let total: Int
    package let page: Int
    package let pages: Int
    /// Of all programs of the institution.
    package let states: [Program.State: Int]
    /// Of the programs that the state leaves, without the need.
    package let needs: [ProgramListQuery.Need: Int]
    /// The share of published programs that somebody confirmed in the last nine months; `nil` when none is published.
    package let freshness: Double?
    /// The share of published programs with a title in each language.
    package let parity: [Language: Double]
}
