import Domain
import Matching
import Portal
import Storage
import StorageSQLite
import Testing

struct ReferralFiguresTests {
    /// What was done, kept beside the portal and counted afterwards: what the ledger must say.
    private struct History {
        var confirmed: [Delivery.ID: (day: CalendarDate, programs: [Program.ID])] = [:]
        var opened: Set<Delivery.ID> = []
        var replied: Set<Delivery.ID> = []
        var outcomes: [Delivery.ID: Delivery.Outcome] = [:]

        func counts(where holds: (CalendarDate, [Program.ID]) -> Bool) -> ReferralCounts {
            var counts = ReferralCounts()
            for (id, one) in confirmed where holds(one.day, one.programs) {
                counts.inquiries += 1
                if opened.contains(id) { counts.opened += 1 }
                if replied.contains(id) { counts.replied += 1 }
                if let outcome = outcomes[id] { counts.outcomes[outcome, default: 0] += 1 }
            }
            return counts
        }
    }

    @Test(arguments: [UInt64(1), 2, 3]) func `the ledger says what a recount of everything that was done says`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let portal = try await InquiryPortal()
        try await portal.small.save(.small("weld"), .small("cut"))
        try await portal.manager()
        let max = SignedIn.sample("max", Membership(.manager, at: "cedar-college")!)
        var history = History()
        var tokens: [(token: SecretToken, delivery: Delivery.ID)] = []
        for _ in 0..<60 {
            switch Int.random(in: 0..<9, using: &random) {
            case 0, 1:
                guard tokens.count < 8 else { continue }
                let programs = Self.asked[Int.random(in: 0..<Self.asked.count, using: &random)]
                let token = try await portal.sent(programs)
                let delivery = try #require(
                    try await portal.services.follow(token).deliveries.map(\.delivery).first { $0.institution == "cedar-college" })
                tokens.append((token, delivery.id))
                history.confirmed[delivery.id] = (portal.small.today, programs.filter { $0 != "oak-1" })
            case 2: portal.small.watch.advance(hours: Int.random(in: 1..<60, using: &random))
            default:
                guard let one = tokens.randomElement(using: &random) else { continue }
                try await act(Int.random(in: 0..<6, using: &random), one, by: max, at: portal, &history, &random)
            }
            let figures = ReferralStore(portal.small.database)
            let days = portal.small.today.adding(days: -400)...portal.small.today
            let ledger = try await figures.rows(in: days, of: "cedar-college").first?.counts ?? ReferralCounts()
            try #require(ledger == history.counts { _, _ in true })
            #expect(ledger.inquiries >= ledger.opened && ledger.opened >= ledger.replied && ledger.inquiries >= ledger.closed)
        }
        let days = portal.small.today.adding(days: -400)...portal.small.today
        let store = ReferralStore(portal.small.database)
        for row in try await store.rows(in: days, of: "cedar-college", by: ReferralGrouping(byProgram: true)) {
            let program = try #require(row.program)
            #expect(row.counts == history.counts { _, programs in programs.contains(program) })
        }
        for row in try await store.rows(in: days, of: "cedar-college", by: ReferralGrouping(time: .day)) {
            #expect(row.counts == history.counts { day, _ in day.description == row.time })
        }
    }

    private static let asked: [[Program.ID]] = [["weld"], ["weld", "cut"], ["cut", "oak-1"]]

    /// One act of whoever, right or wrong at this point.
    private func act(
        _ kind: Int, _ one: (token: SecretToken, delivery: Delivery.ID), by person: SignedIn, at portal: InquiryPortal,
        _ history: inout History, _ random: inout SeededGenerator
    ) async throws {
        let id = one.delivery
        let isClosed = history.outcomes[id] != nil
        do {
            switch kind {
            case 0:
                _ = try await portal.services.answer.open(id, at: "cedar-college", by: person)
                // A look at what is closed is no step.
                if !isClosed { history.opened.insert(id) }
            case 1, 2:
                try await portal.services.answer.reply(id, "Yes.", at: "cedar-college", by: person)
                history.opened.insert(id)
                history.replied.insert(id)
                history.outcomes[id] = nil
            case 3:
                let outcome = Delivery.Outcome.ofInstitution.randomElement(using: &random) ?? .noAnswer
                try await portal.services.answer.close(id, outcome, at: "cedar-college", by: person)
                history.outcomes[id] = outcome
            case 4:
                try await portal.services.follow.close(one.token, id)
                if !isClosed { history.outcomes[id] = .withdrawn }
            default:
                try await portal.services.follow.write(one.token, to: id, "And in May?")
                history.outcomes[id] = nil
            }
        } catch let error as InquiryError {
            // It cannot be done now, and nothing has changed.
            #expect(error == .notNow || error == .tooMany)
        }
    }

    @Test func `figures outlast an inquiry that its employer erases`() async throws {
        let portal = try await InquiryPortal()
        try await portal.small.save(.small("weld"))
        let token = try await portal.sent(["weld"])
        try await portal.services.follow.erase(token)
        let read = try #require(try await portal.small.services().referrals)
        let figures = try await read(of: "cedar-college", in: ReferralPeriod(today: portal.small.today))
        #expect(figures.total.inquiries == 1)
        #expect(figures.purposes[.trainStaff]?.inquiries == 1)
    }

    @Test func `a comparison with days that were not counted is not made`() async throws {
        let small = try await SmallPortal()
        let read = try #require(try await small.services().referrals)
        let day = small.today
        try await ActivityStore(small.database).add([
            ActivityCount(
                day: day.adding(days: -40), kind: "impression", subject: "a", institution: "cedar-college", language: .en, count: 3)
        ])
        let month = try await read(of: "cedar-college", in: ReferralPeriod(today: day))
        #expect(month.before == nil && month.countedSince == day.adding(days: -40))
        try await ActivityStore(small.database).add([
            ActivityCount(day: day.adding(days: -80), kind: "impression", subject: "a", institution: "oak-college", language: .en, count: 3)
        ])
        let again = try await read(of: "cedar-college", in: ReferralPeriod(today: day))
        #expect(again.before?.impressions == 3 && again.total.impressions == 0)
        // The ledger begins today.
        #expect(again.inquiriesBefore == nil && again.inquiriesSince == day)
    }

    @Test func `the file has a row a program and month, and no cell runs as a formula`() async throws {
        let small = try await SmallPortal()
        var program = Program.small("a")
        program.title = LocalizedText(en: "=1+1", fr: "Été, «ici»")
        try await small.save(program)
        let read = try #require(try await small.services().referrals)
        try await ActivityStore(small.database).add([
            ActivityCount(
                day: CalendarDate("2026-10-31")!, kind: "program-view", subject: "a", institution: "cedar-college", language: .en, count: 3,
                visitors: 2),
            ActivityCount(
                day: CalendarDate("2026-11-01")!, kind: "click-through", subject: "", institution: "cedar-college", language: .fr, count: 1,
                visitors: 1),
        ])
        let period = try ReferralPeriod("months", from: "2026-10", to: "2026-11", today: small.today)
        let rows = try await read.programsByMonth(of: "cedar-college", in: period)
        let text = String(decoding: ReferralTable.programs(rows, of: "cedar-college"), as: UTF8.self)
        let lines = text.split(separator: "\r\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("\u{FEFF}month,institution_id,program_id,program_reference,program_title_en,"))
        #expect(lines[1].contains("'=1+1") && lines[1].contains("\"Été, «ici»\""))
        #expect(lines[1].hasPrefix("2026-10,cedar-college,a,") && lines[1].contains(",0,2,0,0,0,0,0,"))
        #expect(lines[2].hasPrefix("2026-11,cedar-college,,") && lines[2].contains(",0,0,1,0,0,0,0,"))
    }
}
