import Domain
import Storage

extension ContractTest {
    static let referrals = [
        ContractTest("each step of an inquiry counts once, in all, for each program and by its purpose, and outlasts it") { database in
            try await prepareLedger(database)
            let delivery = try await confirmed("d1", of: "i1", programs: ["p1", "p2"], in: database)
            try await step(delivery.id, .looked, in: database)
            try await step(delivery.id, .replied, in: database)
            try await step(delivery.id, .replied, in: database)
            try await step(delivery.id, .closed, .trainingAgreed, in: database)
            let store = ReferralStore(database)
            let year = CalendarDate("2026-01-01")!...CalendarDate("2026-12-31")!
            var whole = ReferralCounts()
            (whole.inquiries, whole.opened, whole.replied, whole.outcomes) = (1, 1, 1, [.trainingAgreed: 1])
            try expectEqual(try await store.rows(in: year).map(\.counts), [whole])
            try expectEqual(try await store.rows(in: year, of: "elsewhere").count, 0)
            let programs = try await store.rows(in: year, of: "cedar-college", by: ReferralGrouping(byProgram: true, time: .month))
            try expectEqual(programs.map(\.program), ["p1", "p2"])
            try expectEqual(programs.map(\.time), ["2026-11", "2026-11"])
            try expectEqual(programs.map(\.counts), [whole, whole])
            try expectEqual(try await store.purposes(in: year, of: "cedar-college"), [.both: whole])
            try expectEqual(try await store.replyTimes(in: year), [1])
            try await database.write { try $0.erase("i1" as Inquiry.ID) }
            try expectEqual(try await store.rows(in: year).map(\.counts), [whole])
            try expectEqual(try await store.replyTimes(in: year), [])
        },
        ContractTest("what is taken up again has no outcome until it is closed again") { database in
            try await prepareLedger(database)
            let delivery = try await confirmed("d1", of: "i1", programs: [], in: database)
            let outcomes = {
                try await ReferralStore(database).rows(in: day...day, by: ReferralGrouping(byInstitution: true)).first?.counts.outcomes
            }
            try await step(delivery.id, .closed, .noAnswer, in: database)
            try expectEqual(try await outcomes(), [.noAnswer: 1])
            try await step(delivery.id, .asked, in: database)
            try expectEqual(try await outcomes(), [:])
            try await step(delivery.id, .closed, .notOffered, in: database)
            try expectEqual(try await outcomes(), [.notOffered: 1])
            // It names no program: it concerns the institution as a whole.
            let rows = try await ReferralStore(database).rows(in: day...day, by: ReferralGrouping(byProgram: true))
            try expectEqual(rows.map(\.program), [nil])
            try expectEqual(rows.first?.counts.closed, 1)
        },
        ContractTest("what is undone is not counted, and a delivery from before the ledger never is") { database in
            try await prepareLedger(database)
            let delivery = try await confirmed("d1", of: "i1", programs: [], in: database)
            struct Undone: Error {}
            do {
                try await database.write { connection in
                    guard var locked = try connection.lockDelivery(delivery.id) else { return }
                    _ = locked.apply(.looked, at: .sample)
                    try connection.update(locked)
                    throw Undone()
                }
            } catch is Undone {}
            try expectEqual(try await ReferralStore(database).rows(in: day...day).first?.counts.opened, 0)
            try await database.write { connection in
                try connection.insert(.ledger("i2"), under: "token-i2")
                try connection.insert(.ledger("d2", of: "i2", at: "cedar-college"), employerKey: "e-d2", officeKey: "o-d2")
            }
            try await step("d2", .verified, in: database)
            try await step("d2", .looked, in: database)
            try expectEqual(try await ReferralStore(database).rows(in: day...day).first?.counts.inquiries, 1)
        },
        ContractTest("pages and inquiries stand in one row, by day, month, program or institution") { database in
            try await prepareLedger(database)
            _ = try await confirmed("d1", of: "i1", programs: ["p1"], in: database)
            let later = day.adding(days: 1)
            let count = { (day: CalendarDate, kind: String, subject: String, count: Int, visitors: Int) in
                ActivityCount(
                    day: day, kind: kind, subject: subject, institution: "cedar-college", language: .fr, count: count, visitors: visitors)
            }
            try await ActivityStore(database).add([
                count(day, "impression", "p1", 9, 0), count(later, "impression", "p2", 4, 0), count(day, "program-view", "p1", 5, 2),
                count(day, "institution-view", "", 8, 3), count(later, "click-through", "p1", 6, 1), count(day, "search", "p1", 7, 7),
            ])
            let store = ReferralStore(database)
            let steps = { (counts: ReferralCounts) in ReferralStep.allCases.map { counts[$0] } }
            let days = day...later
            try expectEqual(try await store.rows(in: days, of: "cedar-college").map { steps($0.counts) }, [[13, 5, 1, 1, 0, 0, 0]])
            try expectEqual(
                try await store.rows(in: days, by: ReferralGrouping(time: .day)).map { steps($0.counts) },
                [[9, 5, 0, 1, 0, 0, 0], [4, 0, 1, 0, 0, 0, 0]])
            let programs = try await store.rows(in: days, by: ReferralGrouping(byProgram: true))
            try expectEqual(programs.map { $0.program?.rawValue ?? "" }, ["", "p1", "p2"])
            try expectEqual(programs.map { steps($0.counts) }, [[0, 3, 0, 0, 0, 0, 0], [9, 2, 1, 1, 0, 0, 0], [4, 0, 0, 0, 0, 0, 0]])
            let places = try await store.rows(in: days, by: ReferralGrouping(byInstitution: true, time: .month))
            try expectEqual(places.map(\.institution), ["cedar-college"])
            let since = try await store.beginnings()
            try expectEqual([since.activity, since.ledger], [day, day])
            try expectEqual(since.ledgerMadeAt, .sample)
        },
        ContractTest("an institution that becomes a part of another takes its ledger along, and goes on counting there") { database in
            try await prepareLedger(database)
            try await InstitutionStore(database).save([.sample("other-college")], at: .sample)
            let delivery = try await confirmed("d1", of: "i1", programs: ["p1"], in: database)
            _ = try await confirmed("d2", of: "i2", at: "other-college", programs: [], in: database)
            try await database.write { try $0.moveBelongings(of: "cedar-college", to: "other-college") }
            try await step(delivery.id, .replied, in: database)
            let store = ReferralStore(database)
            try expectEqual(try await store.rows(in: day...day, of: "cedar-college").count, 0)
            let counts = try await store.rows(in: day...day, of: "other-college").first?.counts
            try expectEqual(counts.map { [$0.inquiries, $0.opened, $0.replied] }, [2, 1, 1])
            let programs = try await store.rows(in: day...day, of: "other-college", by: ReferralGrouping(byProgram: true))
            try expectEqual(programs.map { $0.program?.rawValue ?? "" }, ["", "p1"])
        },
        ContractTest("steps taken at the same time are all counted") { database in
            try await prepareLedger(database)
            var ids: [Delivery.ID] = []
            for number in 0..<6 {
                ids.append(
                    try await confirmed(
                        Delivery.ID("d\(number)"), of: Inquiry.ID("i\(number)"), programs: number % 2 == 0 ? ["p1", "p2"] : ["p2"],
                        in: database
                    ).id)
            }
            let all = ids
            try await withThrowingTaskGroup { group in
                for id in all { group.addTask { try await step(id, .replied, in: database) } }
                try await group.waitForAll()
            }
            let rows = try await ReferralStore(database).rows(in: day...day, by: ReferralGrouping(byProgram: true))
            try expectEqual(rows.map(\.counts.replied), [3, 6])
            try expectEqual(try await ReferralStore(database).rows(in: day...day).first?.counts.replied, 6)
        },
    ]

    private static let day = CalendarDate("2026-11-23")!

    private static func prepareLedger(_ database: any SQLDatabase) async throws {
        try await Migrator().migrate(database, at: .sample)
        try await InstitutionStore(database).save([.sample()], at: .sample)
        try await ProgramStore(database).save([.sample("p1"), .sample("p2", reference: "WLD-2")], at: .sample)
    }

    /// As `ConfirmInquiry` does it.
    private static func confirmed(
        _ id: Delivery.ID, of inquiry: Inquiry.ID, at institution: Institution.ID = "cedar-college", programs: [Program.ID],
        in database: any SQLDatabase
    ) async throws -> Delivery {
        try await database.write { connection in
            try connection.insert(.ledger(inquiry), under: "token-\(inquiry)")
            var delivery = Delivery.ledger(id, of: inquiry, at: institution)
            try connection.insert(delivery, employerKey: "e-\(id)", officeKey: "o-\(id)")
            _ = delivery.apply(.verified, at: .sample)
            try connection.enterLedger(delivery, on: day, programs: programs)
            try connection.update(delivery)
            return delivery
        }
    }

    private static func step(
        _ id: Delivery.ID, _ event: Delivery.Event, _ outcome: Delivery.Outcome? = nil, in database: any SQLDatabase
    ) async throws {
        try await database.write { connection in
            guard var delivery = try connection.lockDelivery(id) else { throw ContractViolation(description: "no delivery \(id)") }
            _ = delivery.apply(event, at: Timestamp(milliseconds: Timestamp.sample.milliseconds + 1))
            if let outcome { delivery.outcome = outcome }
            try connection.update(delivery)
        }
    }
}

extension Inquiry {
    fileprivate static func ledger(_ id: Inquiry.ID) -> Inquiry {
        Inquiry(
            id: id, state: .sent, language: .en, purpose: .both, programs: [], createdAt: .sample,
            expiresAt: Timestamp(milliseconds: Timestamp.sample.milliseconds + 1_000))
    }
}

extension Delivery {
    fileprivate static func ledger(_ id: Delivery.ID, of inquiry: Inquiry.ID, at institution: Institution.ID) -> Delivery {
        Delivery(
            id: id, inquiry: inquiry, institution: institution,
            mailbox: Destination(kind: .managers, address: EmailAddress("office@cedar.example")!))
    }
}
