import Domain
import Storage

extension ContractTest {
    static let quiz = [
        ContractTest("answers come back under their hash until they expire, and later ones take their place") { database in
            try await Migrator().migrate(database, at: .sample)
            let store = QuizStore(database)
            let end = Timestamp(milliseconds: Timestamp.sample.milliseconds + 1_000)
            try await store.save("first", under: "a", until: end)
            try await store.save("other", under: "b", until: end)
            try await store.save("second", under: "a", until: Timestamp(milliseconds: end.milliseconds + 5))
            try expectEqual(try await store.answers(under: "a", at: .sample)?.sealed, "second")
            try expectEqual(try await store.answers(under: "a", at: end)?.expiry.milliseconds, end.milliseconds + 5)
            try expectEqual(try await store.answers(under: "b", at: end)?.sealed, nil)
            try expectEqual(try await store.answers(under: "c", at: .sample)?.sealed, nil)
            try expectEqual(try await store.count(), 2)
        },
        ContractTest("answers are erased when asked for, and when they have expired") { database in
            try await Migrator().migrate(database, at: .sample)
            let store = QuizStore(database)
            for (index, hash) in ["a", "b", "c"].enumerated() {
                try await store.save("x", under: hash, until: Timestamp(milliseconds: Timestamp.sample.milliseconds + Int64(index)))
            }
            try expectEqual(try await store.eraseExpired(at: Timestamp(milliseconds: Timestamp.sample.milliseconds + 1)), 2)
            try expectEqual(try await store.erase("a"), false)
            try expectEqual(try await store.erase("c"), true)
            try expectEqual(try await store.count(), 0)
        },
        ContractTest("wrong codes of one place are counted together, however many ask at once") { database in
            try await Migrator().migrate(database, at: .sample)
            let store = GuessStore(database)
            let wait: @Sendable (Int) -> Int = { $0 < 5 ? 0 : 60 }
            let allowed = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<40 {
                    group.addTask { try await store.begin("a", at: .sample, forgotten: .start, wait: wait) == 0 ? 1 : 0 }
                }
                return try await group.reduce(0, +)
            }
            try expectEqual(allowed, 5)
            try expectEqual(try await store.begin("a", at: .sample, forgotten: .start, wait: wait), 60)
            try expectEqual(try await store.begin("b", at: .sample, forgotten: .start, wait: wait), 0)
            try await store.takeBack("b")
            try expectEqual(try await store.begin("a", at: .sample, forgotten: Timestamp(milliseconds: .max), wait: wait), 0)
        },
        ContractTest("nodes agree on the salt of a day, and it is gone when the day is over") { database in
            try await Migrator().migrate(database, at: .sample)
            let store = GuessStore(database)
            let day = CalendarDate("2026-11-23")!
            let salts = try await withThrowingTaskGroup(of: String.self) { group in
                for node in 0..<4 { group.addTask { try await store.salt(of: day, proposal: "\(node)") } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            try expectEqual(salts.count, 1)
            try expectEqual(try await store.begin("a", at: .sample, forgotten: .start) { _ in 0 }, 0)
            try expectEqual(
                try await store.forget(
                    before: Timestamp(milliseconds: Timestamp.sample.milliseconds + 1), saltsBefore: day.adding(days: 1)), 1)
            try expectEqual(try await store.salt(of: day, proposal: "another"), "another")
        },
    ]
}

extension Timestamp {
    fileprivate static let start = Timestamp(milliseconds: 0)
}
