import Domain
import Testing
import Web

/// Numbers, money and dates as each language writes them in Canada.
@Suite struct FormattingTests {
    private let en = Formatting(.en)
    private let fr = Formatting(.fr)

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (12_400, "12,400"), (1_234_567, "1,234,567"), (-61_000, "\u{2212}61,000")])
    func `English groups thousands with commas`(value: Int, text: String) { #expect(en.number(value) == text) }

    @Test(arguments: [(999, "999"), (1_000, "1\u{202F}000"), (1_234_567, "1\u{202F}234\u{202F}567"), (-61_000, "\u{2212}61\u{202F}000")])
    func `French groups thousands with narrow spaces that do not break`(value: Int, text: String) { #expect(fr.number(value) == text) }

    @Test(arguments: [
        (7.5, "7.5", "7,5"), (40.0, "40", "40"), (0.25, "0.3", "0,3"), (1_234.5, "1,234.5", "1\u{202F}234,5"), (9.96, "10", "10"),
        (-0.5, "\u{2212}0.5", "\u{2212}0,5"), (-1.5, "\u{2212}1.5", "\u{2212}1,5"),
    ])
    func `a fraction has one digit, after a point or a comma`(value: Double, english: String, french: String) {
        #expect(en.number(value) == english)
        #expect(fr.number(value) == french)
    }

    @Test(arguments: [
        (45_000, "$450", "450\u{A0}$"), (45_005, "$450.05", "450,05\u{A0}$"), (125_000, "$1,250", "1\u{202F}250\u{A0}$"),
        (99, "$0.99", "0,99\u{A0}$"), (150_050, "$1,500.50", "1\u{202F}500,50\u{A0}$"),
    ])
    func `money stands where the language puts it, cents only when there are some`(cents: Int, english: String, french: String) {
        #expect(en.money(Money(cents: cents)) == english)
        #expect(fr.money(Money(cents: cents)) == french)
    }

    @Test(arguments: [
        ("2027-01-12", "January 12, 2027", "12\u{A0}janvier 2027"), ("2027-02-01", "February 1, 2027", "1er\u{A0}février 2027"),
        ("2026-08-31", "August 31, 2026", "31\u{A0}août 2026"), ("2026-12-25", "December 25, 2026", "25\u{A0}décembre 2026"),
    ])
    func `a date is written out`(date: String, english: String, french: String) throws {
        let date = try #require(CalendarDate(date))
        #expect(en.date(date) == english)
        #expect(fr.date(date) == french)
    }

    @Test func `a share is a percentage`() {
        #expect(en.percent(0.704) == "70%")
        #expect(fr.percent(0.704) == "70\u{A0}%")
    }

    @Test func `years run from the first to the last`() { #expect(en.years(2024...2033) == "2024\u{2013}2033") }

    @Test func `a list reads like a sentence`() {
        #expect(en.list([], and: "and") == "")
        #expect(en.list(["a"], and: "and") == "a")
        #expect(en.list(["a", "b"], and: "and") == "a and b")
        #expect(fr.list(["a", "b", "c"], and: "et") == "a, b et c")
    }
}
