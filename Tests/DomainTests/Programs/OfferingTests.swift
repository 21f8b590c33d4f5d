import Domain
import Foundation
import Testing

/// When a program can still be begun, and for how much.
@Suite struct OfferingTests {
    @Test func `one that starts today can still be begun`() {
        #expect(Offering.sample(startsIn: 0).isUpcoming(on: .today))
    }

    @Test func `one that started yesterday has gone`() {
        #expect(!Offering.sample(startsIn: -1).isUpcoming(on: .today))
    }

    @Test func `one that is open all year can always be begun`() {
        #expect(Offering.sample(startsIn: nil).isUpcoming(on: .today))
    }

    @Test func `open all year comes first, then the soonest`() {
        let program = Program.sample(
            offerings: [.sample(startsIn: 90), .sample(startsIn: 10), .sample(startsIn: -10), .sample(startsIn: nil)])
        #expect(program.upcomingOfferings(on: .today).map(\.start) == [nil, CalendarDate.today.adding(days: 10), .today.adding(days: 90)])
    }

    @Test func `the lowest price is that of what can still be begun`() {
        let program = Program.sample(
            offerings: [.sample(startsIn: -5, dollars: 10), .sample(startsIn: 5, dollars: 300), .sample(startsIn: nil, dollars: 250)])
        #expect(program.lowestPrice(on: .today) == Money(dollars: 250))
    }

    @Test func `a price nobody stated is not a price of zero`() {
        #expect(Program.sample(offerings: [.sample(startsIn: 5)]).lowestPrice(on: .today) == nil)
    }

    @Test func `a program is taught in the languages of its offerings`() {
        let program = Program.sample(offerings: [.sample(startsIn: 5), .sample(startsIn: 5, .fr)])
        #expect(program.languagesOfInstruction == [.en, .fr])
    }

    @Test(arguments: [
        Offering.Schedule.openAllYear, .dates(start: .today, end: nil), .dates(start: .today, end: CalendarDate.today.adding(days: 30)),
    ])
    func `dates read back as they were stored`(schedule: Offering.Schedule) throws {
        #expect(try JSONDecoder().decode(Offering.Schedule.self, from: JSONEncoder().encode(schedule)) == schedule)
    }
}
