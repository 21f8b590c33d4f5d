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
    ]
}
