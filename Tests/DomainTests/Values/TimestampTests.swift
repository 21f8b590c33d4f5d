import Domain
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        (0, 0, "1970-01-01"), (86_399_999, 0, "1970-01-01"), (86_400_000, 0, "1970-01-02"), (-1, 0, "1969-12-31"),
        (-86_400_000, 0, "1969-12-31"), (-86_400_001, 0, "1969-12-30"), (0, -18_000, "1969-12-31"), (18_000_000, -18_000, "1970-01-01"),
    ])
    func `an instant falls on the day of its zone`(milliseconds: Int64, offset: Int, day: String) {
        #expect(Timestamp(milliseconds: milliseconds).day(secondsFromUTC: offset).description == day)
    }
}
