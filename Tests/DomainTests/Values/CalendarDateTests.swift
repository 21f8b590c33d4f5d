import Domain
import Foundation
import Testing

/// Days as the calendar counts them.
@Suite struct CalendarDateTests {
    @Test func `every day of four hundred years reads back as it was written`() throws {
        let first = try #require(CalendarDate("1800-01-01"))
        let last = try #require(CalendarDate("2199-12-31"))
        #expect(last.days(since: first) + 1 == 146_097)
        for number in first.dayNumber...last.dayNumber {
            let date = CalendarDate(dayNumber: number)
            let (year, month, day) = date.components
            #expect(CalendarDate(date.description) == date)
            #expect(CalendarDate(year: year, month: month, day: day) == date)
        }
    }

    @Test func `each day follows the one before`() throws {
        var date = try #require(CalendarDate("1999-12-28"))
        var written: [String] = []
        for _ in 0..<5 {
            written.append(date.description)
            date = date.adding(days: 1)
        }
        #expect(written == ["1999-12-28", "1999-12-29", "1999-12-30", "1999-12-31", "2000-01-01"])
    }

    @Test(arguments: [("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2026-11-23", 20_780)])
    func `days are counted from 1970`(text: String, number: Int) {
        #expect(CalendarDate(text)?.dayNumber == number)
    }

    @Test(arguments: ["2024-02-29", "2000-02-29", "2400-02-29"])
    func `leap years have a twenty-ninth of February`(text: String) {
        #expect(CalendarDate(text) != nil)
    }

    @Test(arguments: [
        "2023-02-29", "1900-02-29", "2100-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32",
        "0000-01-01",
    ])
    func `a day that does not exist is no date`(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test(arguments: [
        "", "2026", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01T00:00:00Z", " 2026-01-01", "2026-01-01 ", "2026-01-", "-2026-01-01",
        "+026-01-01", "2026-+1-01", "2026-01-+1", "２０２６-01-01", "2026-01-0a", "01-02-2026",
    ])
    func `only four digits, two and two, with dashes, are a date`(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func `dates compare as days do`() throws {
        let earlier = try #require(CalendarDate("2026-09-30"))
        let later = try #require(CalendarDate("2026-10-01"))
        #expect(earlier < later)
        #expect(later.days(since: earlier) == 1)
        #expect(earlier.days(since: later) == -1)
    }

    @Test func `a date is stored as it is written`() throws {
        let date = try #require(CalendarDate("2026-11-23"))
        #expect(String(decoding: try JSONEncoder().encode([date]), as: UTF8.self) == "[\"2026-11-23\"]")
        #expect(try JSONDecoder().decode([CalendarDate].self, from: Data("[\"2026-11-23\"]".utf8)) == [date])
    }

    @Test func `a stored text that is no date is refused`() {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([CalendarDate].self, from: Data("[\"soon\"]".utf8)) }
    }
}
