import Domain
import Testing

/// The limits OSAP publishes for micro-credentials: under 12 weeks, 5 to 300 hours.
@Suite struct FundingTests {
    @Test(arguments: [5.0, 40, 300]) func `OSAP pays for five to three hundred hours`(hours: Double) {
        #expect(Funding.osap.objection(hours: hours, weeks: 6) == nil)
    }

    @Test(arguments: [0, 4.9, 300.5, 1_000]) func `OSAP does not pay for fewer or more hours`(hours: Double) {
        #expect(Funding.osap.objection(hours: hours, weeks: 6) == .hoursOutOfRange)
    }

    @Test func `OSAP pays for a program a day short of twelve weeks`() {
        #expect(Funding.osap.objection(hours: 40, weeks: 83.0 / 7) == nil)
    }

    @Test(arguments: [12.0, 12.5, 52]) func `OSAP does not pay for twelve weeks or more`(weeks: Double) {
        #expect(Funding.osap.objection(hours: 40, weeks: weeks) == .tooManyWeeks)
    }

    @Test func `without a length nobody can say whether OSAP pays`() {
        #expect(Funding.osap.objection(hours: nil, weeks: 6) == .lengthUnknown)
        #expect(Funding.osap.objection(hours: 40, weeks: nil) == .lengthUnknown)
    }

    @Test func `the job grant has no limit of length`() {
        #expect(Funding.canadaOntarioJobGrant.objection(hours: nil, weeks: nil) == nil)
    }

    @Test func `a program only has the funding the rules allow`() {
        let program = Program.sample(hours: 400, weeks: 10, funding: [.osap, .canadaOntarioJobGrant])
        #expect(program.eligibleFunding == [.canadaOntarioJobGrant])
    }

    @Test func `funding nobody claims does not apply`() {
        #expect(Program.sample(hours: 40, weeks: 6).eligibleFunding == [])
    }
}
