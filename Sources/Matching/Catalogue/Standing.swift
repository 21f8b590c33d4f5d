package import Domain

/// How good a hit a program is whatever was asked, 0 to 1: the factor on relevance, and the whole of it when no words were typed.
///
/// The factors are small on purpose: a program that answers the words better still comes first, unless nobody can take it.
enum Standing {
    /// No dates announced: kept findable, below those one can start. 0.7 lets a title match pass a mention in the description.
    static let withoutDates: Float = 0.7
    /// Nobody at the institution has said for nine months that it is still right.
    static let stale: Float = 0.9
    /// Neither described nor taught in the reader's language.
    static let otherLanguage: Float = 0.85

    static func of(_ program: Program, language: Language, today: CalendarDate) -> Float {
        let upcoming = program.offerings.filter { $0.isUpcoming(on: today) }
        let code = code(
            hasDates: !upcoming.isEmpty, isStale: program.isStale(on: today),
            isOtherLanguage: program.title[language] == nil && !upcoming.contains { $0.language == language })
        return factors[Int(code)]
    }

    /// What speaks against a program, as three bits.
    static func code(hasDates: Bool, isStale: Bool, isOtherLanguage: Bool) -> UInt8 {
        (hasDates ? 0 : 1) | (isStale ? 2 : 0) | (isOtherLanguage ? 4 : 0)
    }

    /// By code.
    static let factors: [Float] = (0..<8).map { code in
        var factor: Float = code & 1 == 0 ? 1 : withoutDates
        if code & 2 != 0 { factor *= stale }
        if code & 4 != 0 { factor *= otherLanguage }
        return factor
    }

    /// Programs from best to least good standing, among equals by title.
    static func order(_ codes: [UInt8], titleRanks: [UInt16]) -> [UInt16] {
        var byTitle = [UInt16](repeating: 0, count: codes.count)
        for (ordinal, rank) in titleRanks.enumerated() { byTitle[Int(rank)] = UInt16(ordinal) }
        var order: [UInt16] = []
        order.reserveCapacity(codes.count)
        for code in factors.indices.sorted(by: { factors[$0] > factors[$1] }) {
            for ordinal in byTitle where codes[Int(ordinal)] == UInt8(code) { order.append(ordinal) }
        }
        return order
    }
}

extension Program {
    /// Not confirmed by its institution in the last nine months, or never.
    package func isStale(on today: CalendarDate) -> Bool { Freshness(self, today: today).isStale }
}
