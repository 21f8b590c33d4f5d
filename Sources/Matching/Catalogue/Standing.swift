package import Domain

/// How good a hit a program is whatever was asked, 0 to 1: the factor on relevance, and the whole of it when no words were typed.
///
/// The factors are small on purpose: a program that answers the words better still comes first, unless nobody can take it.
enum Standing {
    /// No dates announced: kept findable, below those one can start. 0.7 lets a title match pass a mention in the description.
    static let withoutDates: Float = 0.7
    /// Nobody at the institution has said for a year that it is still right.
    static let stale: Float = 0.9
    /// Neither described nor taught in the reader's language.
    static let otherLanguage: Float = 0.85

    static let staleAfterDays = 365

    static func of(_ program: Program, language: Language, today: CalendarDate) -> Float {
        let upcoming = program.offerings.filter { $0.isUpcoming(on: today) }
        var factor: Float = upcoming.isEmpty ? withoutDates : 1
        if program.isStale(on: today) { factor *= stale }
        if program.title[language] == nil, !upcoming.contains(where: { $0.language == language }) { factor *= otherLanguage }
        return factor
    }
}

extension Program {
    /// Not confirmed by its institution in the last twelve months, or never.
    package func isStale(on today: CalendarDate) -> Bool {
        lastConfirmed.map { today.days(since: $0) > Standing.staleAfterDays } ?? true
    }
}
