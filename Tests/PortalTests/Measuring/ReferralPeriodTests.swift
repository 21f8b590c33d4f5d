import Domain
import Portal
import Testing

struct ReferralPeriodTests {
    private let today = CalendarDate("2026-11-23")!

    @Test(arguments: [("30", "2026-10-25", 30), ("90", "2026-08-26", 90), ("365", "2025-11-24", 365), ("", "2026-10-25", 30)])
    func `the last days end today, and as many before them are compared`(choice: String, first: String, length: Int) throws {
        let period = try ReferralPeriod(choice, from: "", to: "", today: today)
        #expect(period.days.lowerBound.description == first && period.days.upperBound == today)
        #expect(period.length == length)
        #expect(period.before.upperBound == period.days.lowerBound.adding(days: -1))
        #expect(period.before.upperBound.days(since: period.before.lowerBound) + 1 == length)
    }

    @Test func `months are whole, and this one ends today`() throws {
        let spring = try ReferralPeriod("months", from: "2024-02", to: "2024-02", today: today)
        #expect(spring.days.upperBound.description == "2024-02-29")
        let now = try ReferralPeriod("months", from: "2026-10", to: "2026-12", today: today)
        #expect(now.days.upperBound == today)
        #expect(now.months.map(\.description) == ["2026-10-01", "2026-11-01"])
    }

    @Test(arguments: [
        ("", "2026-03", ReferralPeriod.Problem.from), ("2026-13", "2026-03", .from), ("2026-03", "March", .to),
        ("2026-03", "2026-02", .order), ("2026-12", "2026-12", .future), ("2023-01", "2026-01", .long),
    ])
    func `what is no period says why`(from: String, to: String, problem: ReferralPeriod.Problem) {
        #expect(throws: PeriodProblem(problem)) { try ReferralPeriod("months", from: from, to: to, today: today) }
    }

    @Test(arguments: ["30", "90", "365"]) func `parts cover every day once`(choice: String) throws {
        let period = try ReferralPeriod(choice, from: "", to: "", today: today)
        let days = period.parts.flatMap { Array($0.lowerBound.dayNumber...$0.upperBound.dayNumber) }
        #expect(days == Array(period.days.lowerBound.dayNumber...period.days.upperBound.dayNumber))
        #expect(period.parts.count <= 14)
    }
}
