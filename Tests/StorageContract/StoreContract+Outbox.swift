import Domain
import Storage

extension ContractTest {
    static let outbox = [
        ContractTest("mail is queued with what it tells of, or not at all") { database in
            let store = try await emptyOutbox(database)
            try await expectError {
                try await database.write { connection in
                    try connection.enqueue([.sample("1")], at: .sample)
                    throw StorageError.other("undone")
                }
            } _: { _ in
                true
            }
            try expectEqual(try await store.counts().count(.waiting), 0)
            try await database.write { try $0.enqueue([.sample("1"), .sample("2")], at: .sample) }
            try await database.write { try $0.enqueue([], at: .sample) }
            try expectEqual(try await store.counts().count(.waiting), 2)
        },
        ContractTest("a mail comes out as it went in") { database in
            let store = try await emptyOutbox(database)
            let full = OutgoingMail(
                id: "1", kind: "invitation", recipient: EmailAddress("ana@college.example")!, language: .fr, subject: "Où? «là» 👩🏽‍🔧",
                text: "a\r\nb\n", html: "<p>'\"</p>", replyTo: EmailAddress("desk@college.example"),
                unsubscribe: "https://portal.example/x?y=z")
            try await store.enqueue([full, .sample("2")], at: .sample)
            let claimed = try await store.claimAll(at: .sample)
            try expectEqual(claimed.map(\.mail), [full, .sample("2")])
            try expectEqual(claimed.map(\.queuedAt), [.sample, .sample])
            try expectEqual(claimed.map(\.attempts), [1, 1])
        },
        ContractTest("who takes a mail has it alone until the lease ends, and the longest due comes first") { database in
            let store = try await emptyOutbox(database)
            try await store.enqueue([.sample("b")], at: .sample)
            try await store.enqueue([.sample("a"), .sample("c")], at: later(1))
            try expectEqual(try await store.claim(most: 5, at: later(-1), leasedUntil: later(10)).count, 0)
            try expectEqual(try await store.claim(most: 1, at: later(1), leasedUntil: later(10)).map(\.mail.id), ["b"])
            try expectEqual(try await store.claim(most: 1, at: later(1), leasedUntil: later(20)).map(\.mail.id), ["a"])
            try expectEqual(try await store.claim(most: 5, at: later(9), leasedUntil: later(30)).map(\.mail.id), ["c"])
            try expectEqual(try await store.claim(most: 5, at: later(9), leasedUntil: later(30)).count, 0)
            let again = try await store.claim(most: 5, at: later(10), leasedUntil: later(30))
            try expectEqual(again.map(\.mail.id), ["b"])
            try expectEqual(again.map(\.attempts), [2])
        },
        ContractTest("a confirmed mail is never taken again, whoever confirmed it and however late") { database in
            let store = try await emptyOutbox(database)
            try await store.enqueue([.sample("1")], at: .sample)
            let first = try await store.claim(most: 1, at: .sample, leasedUntil: later(10))
            let second = try await store.claim(most: 1, at: later(10), leasedUntil: later(20))
            try expectEqual(second.count, 1)
            // The first worker was slow, not dead.
            try expectEqual(try await store.confirm("1", at: later(11)), true)
            try expectEqual(try await store.confirm("1", at: later(12)), false)
            // Nothing the second still does changes that.
            for claim in first + second {
                try await store.retry(claim, dueAt: later(12), because: "late")
                try await store.release([claim], dueAt: later(12))
                try await store.giveUp(claim, because: "late", at: later(12))
            }
            try expectEqual(try await store.claim(most: 5, at: later(1_000), leasedUntil: later(2_000)).count, 0)
            try expectEqual(try await store.counts().count(.sent), 1)
            try expectEqual(try await store.retryDead(at: later(12)), 0)
        },
        ContractTest("a mail given back untried has lost nothing, one put off has lost an attempt") { database in
            let store = try await emptyOutbox(database)
            try await store.enqueue([.sample("1"), .sample("2")], at: .sample)
            let claims = try await store.claimAll(at: .sample)
            try await store.release([claims[0]], dueAt: later(1), because: "no server")
            try await store.retry(claims[1], dueAt: later(5), because: "450 later")
            try expectEqual(try await store.claim(most: 5, at: .sample, leasedUntil: later(9)).count, 0)
            let released = try await store.claim(most: 5, at: later(4), leasedUntil: later(9))
            try expectEqual(released.map(\.mail.id), ["1"])
            try expectEqual(released.map(\.attempts), [1])
            let retried = try await store.claim(most: 5, at: later(5), leasedUntil: later(9))
            try expectEqual(retried.map(\.attempts), [2])
            try expectEqual(try await store.failures(most: 5).map(\.failure).sorted(), ["450 later", "no server"])
        },
        ContractTest("who lost a lease cannot put off or give up what another has taken") { database in
            let store = try await emptyOutbox(database)
            try await store.enqueue([.sample("1")], at: .sample)
            let lost = try await store.claim(most: 1, at: .sample, leasedUntil: later(10))
            let held = try await store.claim(most: 1, at: later(10), leasedUntil: later(20))
            try await store.giveUp(lost[0], because: "550", at: later(11))
            try await store.retry(lost[0], dueAt: later(11), because: "450")
            try await store.release(lost, dueAt: later(11))
            try expectEqual(try await store.counts().count(.waiting), 1)
            try expectEqual(try await store.claim(most: 1, at: later(12), leasedUntil: later(30)).count, 0)
            try await store.giveUp(held[0], because: "550", at: later(12))
            try expectEqual(try await store.counts().count(.dead), 1)
        },
        ContractTest("what was given up starts afresh when somebody says so") { database in
            let store = try await emptyOutbox(database)
            try await store.enqueue([.sample("1"), .sample("2")], at: .sample)
            for claim in try await store.claimAll(at: .sample) { try await store.giveUp(claim, because: "550 no", at: later(1)) }
            try expectEqual(try await store.claim(most: 5, at: later(100), leasedUntil: later(200)).count, 0)
            try expectEqual(try await store.retryDead(at: later(100)), 2)
            let again = try await store.claim(most: 5, at: later(100), leasedUntil: later(200))
            try expectEqual(again.map(\.attempts), [1, 1])
            try expect(again[0].expiry > later(100))
        },
        ContractTest("mail is counted by state and kind") { database in
            let store = try await emptyOutbox(database)
            try expectEqual(try await store.counts().oldestWaiting, nil)
            try await store.enqueue([.sample("1"), .sample("2", kind: "reset"), .sample("3")], at: .sample)
            try await store.enqueue([.sample("4")], at: later(-5))
            try await store.confirm("1", at: later(1))
            let counts = try await store.counts()
            try expectEqual(
                counts.lines.map { "\($0.state.rawValue) \($0.kind.rawValue) \($0.count)" },
                ["sent test 1", "waiting reset 1", "waiting test 2"])
            try expectEqual(counts.oldestWaiting, later(-5))
        },
        ContractTest("what was in a mail is forgotten after its time, and the mail itself after its own") { database in
            let store = try await emptyOutbox(database)
            try await store.enqueue([.sample("1"), .sample("2"), .sample("3")], at: .sample)
            try await store.confirm("1", at: later(1))
            try await store.giveUp(try await store.claim(most: 1, at: .sample, leasedUntil: later(9))[0], because: "550", at: later(2))
            try expectEqual(try await store.forget(finishedBefore: later(2)), 1)
            try expectEqual(try await store.forget(finishedBefore: later(3)), 1)
            try expectEqual(try await store.forget(finishedBefore: later(3)), 0)
            try expectEqual(try await store.retryDead(at: later(4)), 0)
            let left = try await database.read { connection in
                try connection.query("SELECT id FROM outbox WHERE text_body <> '' OR recipient <> '' OR failure IS NOT NULL").map {
                    try $0.text("id")
                }
            }
            try expectEqual(left, ["3"])
            try expectEqual(try await store.erase(finishedBefore: later(2)), 1)
            try expectEqual(try await store.counts().lines.map(\.state), [.dead, .waiting])
        },
        ContractTest("workers that empty the outbox at the same time take each mail once") { database in
            let store = try await emptyOutbox(database)
            let mails = (100..<220).map { OutgoingMail.sample(OutgoingMail.ID("\($0)")) }
            try await store.enqueue(mails, at: .sample)
            let taken = try await withThrowingTaskGroup(of: [OutgoingMail.ID].self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        var mine: [OutgoingMail.ID] = []
                        while case let claims = try await store.claim(most: 3, at: .sample, leasedUntil: later(60)), !claims.isEmpty {
                            for claim in claims { try await store.confirm(claim.mail.id, at: later(1)) }
                            mine += claims.map(\.mail.id)
                        }
                        return mine
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            try expectEqual(taken.sorted(), mails.map(\.id))
        },
    ]

    private static func emptyOutbox(_ database: any SQLDatabase) async throws -> OutboxStore {
        try await Migrator().migrate(database, at: .sample)
        return OutboxStore(database)
    }

    @Sendable private static func later(_ seconds: Int64) -> Timestamp {
        Timestamp(milliseconds: Timestamp.sample.milliseconds + seconds * 1_000)
    }
}

extension OutboxStore {
    fileprivate func claimAll(at now: Timestamp) async throws -> [ClaimedMail] {
        try await claim(most: 100, at: now, leasedUntil: Timestamp(milliseconds: now.milliseconds + 60_000))
    }
}

extension OutgoingMail {
    fileprivate static func sample(_ id: OutgoingMail.ID, kind: OutgoingMail.Kind = "test") -> OutgoingMail {
        OutgoingMail(
            id: id, kind: kind, recipient: EmailAddress("ana@college.example")!, language: .en, subject: "s", text: "t", html: "<p>t</p>")
    }
}
