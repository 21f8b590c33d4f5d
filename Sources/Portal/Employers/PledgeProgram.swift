package import Domain
import Matching
import Storage

/// An institution pledges a program for a request; the employer hears of it by mail and may agree to be named.
package struct PledgeProgram: Sendable {
    let desk: NeedDesk

    /// What the form says, as it was typed.
    package struct Fields: Hashable, Sendable {
        /// The id of one of the institution's published programs; empty for a planned one.
        package var program = ""
        package var planned = ""
        package var readyOn = ""
        package var note = ""

        package init() {}
    }

    package enum Problem: String, Error, Hashable, Sendable {
        /// Neither a program nor what is planned.
        case nothing
        /// Not one of its published programs.
        case program
        case long
        /// A planned one needs a day to come, within five years.
        case date
        case longNote
        /// Withdrawn or over.
        case gone
        case notAllowed

        package var field: String {
            switch self {
            case .nothing, .program: "program"
            case .long: "planned"
            case .date: "ready-on"
            case .longNote: "note"
            case .gone, .notAllowed: ""
            }
        }
    }

    package static let longestPlan = 200
    package static let longestNote = 600

    package init(desk: NeedDesk) { self.desk = desk }

    package func callAsFunction(
        _ fields: Fields, for id: NeedRequest.ID, at institution: Institution.ID, by person: SignedIn
    ) async throws {
        guard person.may(.editPrograms, at: institution) else { throw Problem.notAllowed }
        var fields = fields
        fields.note.removeAll { $0 == "\u{0}" }
        fields.planned.removeAll { $0 == "\u{0}" }
        let (program, planned, day) = try check(fields, institution)
        let now = desk.clock.now
        let catalogue = desk.catalogue.current
        let place = catalogue.institutions[institution]?.name ?? LocalizedText()
        let title = program.flatMap { catalogue.program($0)?.title }
        let token = SecretToken.random()
        let pledge = NeedPledge(
            id: NeedPledge.ID(UUIDv7.make(at: now)), request: id, institution: institution, account: person.account.id, program: program,
            planned: planned, readyOn: day, note: fields.note, createdAt: now)
        let note = fields.note
        try await desk.database.write { connection in
            guard let request = try connection.needRequest(id, at: now), request.confirmedAt != nil else { throw Problem.gone }
            let isKnown = try connection.pledges(of: id).contains { $0.institution == institution && $0.revealedAt != nil }
            try connection.save(pledge, under: token.hash)
            // Who was named hears from the institution itself.
            guard !isKnown else { return }
            let language = request.language
            let letter = Letter(
                .needPledge, to: request.email, in: language,
                values: [
                    "place": place.text(language), "program": title?.text(language) ?? planned ?? "",
                    "note": note.isBlank ? "\u{2013}" : note,
                ],
                link: desk.addresses.introduction(token, in: language))
            try connection.enqueue([desk.letters.mail(letter, at: now)], at: now)
        }
        desk.bell?.ring()
    }

    private func check(_ fields: Fields, _ institution: Institution.ID) throws -> (Program.ID?, String?, CalendarDate?) {
        guard fields.note.count <= Self.longestNote else { throw Problem.longNote }
        if !fields.program.isBlank {
            guard let program = desk.catalogue.current.program(Program.ID(fields.program)), program.institution == institution else {
                throw Problem.program
            }
            return (program.id, nil, nil)
        }
        guard !fields.planned.isBlank else { throw Problem.nothing }
        guard fields.planned.count <= Self.longestPlan else { throw Problem.long }
        guard let day = CalendarDate(fields.readyOn), day > desk.today, day.days(since: desk.today) <= 5 * 366 else { throw Problem.date }
        return (nil, fields.planned, day)
    }
}
