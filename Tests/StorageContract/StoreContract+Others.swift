import Domain
import Storage

extension ContractTest {
    static let institutions = [
        ContractTest("an institution comes back as it went in, and changes by id") { database in
            try await Migrator().migrate(database, at: .sample)
            let store = InstitutionStore(database)
            var elm = Institution(
                id: "elm", name: LocalizedText(fr: "Orme"), kind: .indigenousInstitute, url: "https://elm.example",
                place: Place(city: "Moosonee"), isDemonstration: true)
            try await store.save([.sample(), elm], at: .sample)
            try expectEqual(Set(try await store.all()), [.sample(), elm])
            elm.place.postalCode = "P0L 1Y0"
            elm.isDemonstration = false
            try await store.save([elm], at: .sample)
            try expectEqual(try await store.institution("elm"), elm)
            try expectEqual(try await store.count(), 2)
            try expectEqual(
                try await ChangeLog(database).changes(since: 0).map(\.subject),
                [
                    .institution("cedar-college"), .institution("elm"), .institution("elm"),
                ])
        },
        ContractTest("an institution without a name is refused") { database in
            try await Migrator().migrate(database, at: .sample)
            var nameless = Institution.sample()
            nameless.name = LocalizedText()
            let refused = nameless
            try await expectError {
                try await InstitutionStore(database).save([refused], at: .sample)
            } _: {
                if case .check = $0 { true } else { false }
            }
        },
    ]

    static let changes = [
        ContractTest("an empty log has number 0, and changes come in order and at most as many as asked for") { database in
            try await Migrator().migrate(database, at: .sample)
            let log = ChangeLog(database)
            try expectEqual(try await log.latestNumber(), 0)
            try expectEqual(try await log.changes(since: 0), [])
            try await database.write { connection in
                try connection.appendChanges((0..<10).map { .program(Program.ID("\($0)")) } + [.labourMarket(kind: "cops")], at: .sample)
            }
            try expectEqual(try await log.changes(since: 3, limit: 4).map(\.number), [4, 5, 6, 7])
            try expectEqual(try await log.changes(since: 10), [Change(number: 11, subject: .labourMarket(kind: "cops"), at: .sample)])
        },
        ContractTest("the log forgets its beginning and goes on counting") { database in
            try await Migrator().migrate(database, at: .sample)
            let log = ChangeLog(database)
            try await database.write { try $0.appendChanges((0..<10).map { .program(Program.ID("\($0)")) }, at: .sample) }
            try expectEqual(try await log.forget(allBut: 3), 7)
            try expectEqual(try await log.oldestNumber(), 8)
            try expectEqual(try await log.forget(allBut: 3), 0)
            try expectEqual(try await log.callForRebuild(at: .sample), 11)
            try expectEqual(try await log.changes(since: 10), [Change(number: 11, subject: .everything, at: .sample)])
        },
    ]

    static let releases = [
        ContractTest("releases are kept side by side, and one of each kind is in use") { database in
            try await Migrator().migrate(database, at: .sample)
            let store = ReleaseStore(database)
            let old = StoredRelease.sample("cops", "2022-2031", isCurrent: true)
            let new = StoredRelease.sample("cops", "2024-2033", isCurrent: false)
            let noc = StoredRelease.sample("noc", "2021 v1.0", isCurrent: true)
            for release in [old, new, noc] { try await store.add(release) }
            try expectEqual(try await store.descriptions().count, 3)
            try expectEqual(try await store.current(), [old, noc])
            try expectEqual(try await store.release(kind: "cops", version: "2024-2033"), new)
            try expectEqual(try await store.use(kind: "cops", version: "2024-2033", at: .sample), true)
            try expectEqual(try await store.current(kind: "cops")?.description.version, "2024-2033")
            try expectEqual(try await store.use(kind: "cops", version: "none", at: .sample), false)
            try expectEqual(try await store.current().map(\.description.version), ["2024-2033", "2021 v1.0"])
            try await store.add(old)
            try expectEqual(try await store.current(), [old, noc])
            try expectEqual(try await store.descriptions().count, 3)
            let subjects = try await ChangeLog(database).changes(since: 0).map(\.subject)
            try expectEqual(subjects, ["cops", "noc", "cops", "cops"].map { .labourMarket(kind: $0) })
        }
    ]

    static let activity = [
        ContractTest("counts add up, by day, kind, subject, institution and language") { database in
            try await Migrator().migrate(database, at: .sample)
            let store = ActivityStore(database)
            let monday = CalendarDate("2026-11-23")!
            let view = ActivityCount(
                day: monday, kind: "program-view", subject: "p1", institution: "elm", language: .en, count: 2, visitors: 1)
            let french = ActivityCount(
                day: monday, kind: "program-view", subject: "p1", institution: "elm", language: .fr, count: 1, visitors: 1)
            let search = ActivityCount(day: monday.adding(days: 1), kind: "search", subject: "soudage d'été", language: .fr, count: 5)
            try await store.add([view, french, search])
            try await store.add([view, view])
            try await store.add([])
            var added = view
            added.count = 6
            added.visitors = 3
            let week = monday...monday.adding(days: 6)
            try expectEqual(try await store.counts(in: week), [added, french, search])
            try expectEqual(try await store.counts(in: week, kind: "search"), [search])
            try expectEqual(try await store.counts(in: week, institution: "elm"), [added, french])
            try expectEqual(try await store.counts(in: monday...monday), [added, french])
            try expectEqual(
                try await store.totals(in: week),
                [
                    ActivityTotal(kind: "program-view", subject: "p1", count: 7, visitors: 4),
                    ActivityTotal(kind: "search", subject: "soudage d'été", count: 5, visitors: 0),
                ])
            try expectEqual(try await store.totals(in: week, limit: 1).count, 1)
            try expectEqual(try await store.forget(before: monday.adding(days: 1)), 2)
            try expectEqual(try await store.counts(in: week), [search])
        },
        ContractTest("nodes that add counts at the same time lose none") { database in
            try await Migrator().migrate(database, at: .sample)
            let store = ActivityStore(database)
            let day = CalendarDate("2026-11-23")!
            try await withThrowingTaskGroup(of: Void.self) { group in
                for node in 0..<6 {
                    group.addTask {
                        let subjects = (0..<20).map { ($0 * 7 + node) % 20 }
                        for _ in 0..<10 {
                            try await store.add(
                                subjects.map { ActivityCount(day: day, kind: "impression", subject: "p\($0)", language: .en) })
                        }
                    }
                }
                try await group.waitForAll()
            }
            try expectEqual(try await store.counts(in: day...day).map(\.count), Array(repeating: 60, count: 20))
        },
    ]
}

extension StoredRelease {
    fileprivate static func sample(_ kind: String, _ version: String, isCurrent: Bool) -> StoredRelease {
        StoredRelease(
            description: Description(
                kind: kind, version: version, asOf: CalendarDate("2024-01-01")!, loadedAt: .sample, rows: 516, isCurrent: isCurrent),
            content: "code\tvalue\n" + version)
    }
}
