package import Domain

/// How a language writes numbers, money, dates and lengths of time. Canadian usage for both.
package struct Formatting: Sendable {
    package let language: Language

    package init(_ language: Language) { self.language = language }

    /// `12,400` or `12 400` (narrow no-break space).
    package func number(_ value: Int) -> String {
        let digits = String(value.magnitude)
        if digits.utf8.count <= 3, value >= 0 { return digits }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += language == .en ? "," : "\u{202F}" }
            text.append(digit)
        }
        return value < 0 ? "\u{2212}" + text : text
    }

    /// One decimal at most: `7.5` or `7,5`.
    package func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let whole = number(abs(tenths / 10))
        let rest = abs(tenths % 10)
        return (tenths < 0 ? "\u{2212}" : "") + whole + (rest == 0 ? "" : (language == .en ? "." : ",") + String(rest))
    }

    /// `$450` or `450 $`; cents only when there are some. Zero is a number here: pages say "free" themselves.
    package func money(_ amount: Money) -> String {
        let cents = amount.cents % 100
        var text = number(amount.cents / 100)
        if cents > 0 { text += (language == .en ? "." : ",") + (cents < 10 ? "0" : "") + String(cents) }
        return language == .en ? "$" + text : text + "\u{A0}$"
    }

    /// `12 January 2027`, `1er février 2027`.
    package func date(_ date: CalendarDate) -> String {
        let (year, month, day) = date.components
        switch language {
        case .en: return "\(Self.monthsEN[month - 1]) \(day), \(year)"
        case .fr: return "\(day == 1 ? "1er" : String(day))\u{A0}\(Self.monthsFR[month - 1]) \(year)"
        }
    }

    /// `January 2027`, `janvier 2027`.
    package func month(_ date: CalendarDate) -> String {
        let (year, month, _) = date.components
        return (language == .en ? Self.monthsEN : Self.monthsFR)[month - 1] + " \(year)"
    }

    /// `2024 to 2033`, `de 2024 à 2033` is up to the sentence; this writes `2024–2033`.
    package func years(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound)\u{2013}\(range.upperBound)" }

    /// `70%`, `70 %`.
    package func percent(_ share: Double) -> String {
        String(Int((share * 100).rounded())) + (language == .en ? "%" : "\u{A0}%")
    }

    /// `a, b and c` with the word for "and" given.
    package func list(_ items: [String], and word: String) -> String {
        guard items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(word) " + items[items.count - 1]
    }

    /// French counts all below two as singular, English only one itself: "1,5 heure", "1.5 hours".
    func isSingular(_ count: Double) -> Bool { language == .en ? count == 1 : abs(count) < 2 }

    private static let monthsEN = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    private static let monthsFR = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ]
}
