import Domain
import Storage

extension Account {
    static func sample(_ id: Account.ID = "a1", email: String = "ana@cedar.example") -> Account {
        Account(id: id, email: EmailAddress(email)!, name: "Ana", language: .fr, state: .active)
    }
}

extension Timestamp {
    func later(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: self.milliseconds + milliseconds) }
}

extension ContractTest {
    static let accounts = [
        ContractTest("an account comes back as it was written, by its key and by its address") { database in
            try await Migrator().migrate(database, at: .sample)
            var changed = Account.sample()
            try await database.write { try $0.insert(.sample(), at: .sample) }
            try expectEqual(try await database.read { try $0.account("a1") }, changed as Account?)
            try expectEqual(try await database.read { try $0.account(EmailAddress("ANA@cedar.example")!) }, changed as Account?)
            changed.name = "Ana Ève"
            changed.state = .suspended
            changed.language = .en
            changed.email = EmailAddress("ana.eve@cedar.example")!
            let new = changed
            try await database.write { try $0.update(new) }
            try expectEqual(try await database.read { try $0.accounts() }, [changed])
        },
        ContractTest("one address has one account") { database in
            try await Migrator().migrate(database, at: .sample)
            try await database.write { try $0.insert(.sample(), at: .sample) }
            try await expectError {
                try await database.write { try $0.insert(.sample("a2", email: "Ana@Cedar.example"), at: .sample) }
            } _: {
                if case .unique = $0 { true } else { false }
            }
        },
        ContractTest("a role at an institution takes the place of the former, and goes with the account") { database in
            try await Migrator().migrate(database, at: .sample)
            try await InstitutionStore(database).save([.sample(), .sample("birch")], at: .sample)
            let (viewer, manager) = (Membership(.viewer, at: "cedar-college")!, Membership(.manager, at: "cedar-college")!)
            let (editor, counsellor) = (Membership(.editor, at: "birch")!, Membership(.counsellor)!)
            try await database.write { connection in
                try connection.insert(.sample(), at: .sample)
                for membership in [viewer, editor, counsellor, counsellor, manager] { try connection.give(membership, to: "a1") }
            }
            try expectEqual(try await database.read { try $0.memberships(of: "a1") }, [counsellor, editor, manager])
            try expectEqual(try await database.read { try $0.role(of: "a1", at: "cedar-college") }, .manager)
            try expectEqual(try await database.read { try $0.staff(of: "birch").map(\.role) }, [.editor])
            try expectEqual(try await database.read { try $0.accounts(holding: .counsellor).map(\.id) }, ["a1"])
            try expectEqual(try await database.write { try $0.take(viewer, from: "a1") }, false)
            try expectEqual(try await database.write { try $0.take(manager, from: "a1") }, true)
            try expectEqual(try await database.read { try $0.memberships(of: "a1") }, [counsellor, editor])
            try await expectError {
                try await database.write { try $0.give(Membership(.viewer, at: "nowhere")!, to: "a1") }
            } _: {
                if case .foreignKey = $0 { true } else { false }
            }
        },
        ContractTest("a code's half-minute is used once, and of several at the same moment by one") { database in
            try await Migrator().migrate(database, at: .sample)
            try await database.write { connection in
                try connection.insert(.sample(), at: .sample)
                try connection.setSecondFactor(StoredSecondFactor(sealedSecret: "s", pendingSecret: "p", lastStep: 7), of: "a1")
            }
            try expectEqual(
                try await database.read { try $0.secondFactor(of: "a1") },
                StoredSecondFactor(sealedSecret: "s", pendingSecret: "p", lastStep: 7) as StoredSecondFactor?)
            try expectEqual(try await database.write { try $0.useStep(7, of: "a1") }, false)
            let used = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 { group.addTask { try await database.write { try $0.useStep(9, of: "a1") } } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            try expectEqual(used, 1)
            try expectEqual(try await database.write { try $0.useStep(8, of: "a1") }, false)
        },
        ContractTest("recovery codes are used once, and new ones end the former") { database in
            try await Migrator().migrate(database, at: .sample)
            try await database.write { connection in
                try connection.insert(.sample(), at: .sample)
                try connection.setRecoveryCodes(["x", "y"], of: "a1")
            }
            try expectEqual(
                try await database.write { [try $0.useRecoveryCode("x", of: "a1"), try $0.useRecoveryCode("x", of: "a1")] }, [true, false])
            try expectEqual(try await database.read { try $0.recoveryCodesLeft(of: "a1") }, 1)
            try await database.write { try $0.setRecoveryCodes(["z"], of: "a1") }
            try expectEqual(try await database.write { try $0.useRecoveryCode("y", of: "a1") }, false)
            try await database.write { try $0.removeSecondFactor(of: "a1") }
            try expectEqual(try await database.read { try $0.recoveryCodesLeft(of: "a1") }, 0)
        },
        ContractTest("a session is found by its hash until its end, and ended alone or with the others") { database in
            try await Migrator().migrate(database, at: .sample)
            func session(_ id: String, _ seen: Int64) -> AccountSession {
                AccountSession(
                    id: id, account: "a1", stage: .full, createdAt: .sample, seenAt: Timestamp.sample.later(seen),
                    expiresAt: Timestamp.sample.later(100), device: "Firefox, Linux")
            }
            let (first, second, third) = (session("s1", 1), session("s2", 2), session("s3", 3))
            try await database.write { connection in
                try connection.insert(.sample(), at: .sample)
                for (session, hash) in [(first, "h1"), (second, "h2"), (third, "h3")] { try connection.insert(session, under: hash) }
            }
            try expectEqual(try await database.read { try $0.session(under: "h1", at: .sample) }, first as AccountSession?)
            try expectEqual(try await database.read { try $0.session(under: "h1", at: Timestamp.sample.later(100)) }, nil)
            try expectEqual(try await database.read { try $0.sessions(of: "a1", at: .sample).map(\.id) }, ["s3", "s2", "s1"])
            try await database.write { try $0.touchSession(under: "h1", at: Timestamp.sample.later(50)) }
            try expectEqual(try await database.read { try $0.sessions(of: "a1", at: .sample).map(\.id) }, ["s1", "s3", "s2"])
            try expectEqual(try await database.write { try $0.endSession("s1", of: "a2") }, false)
            try expectEqual(try await database.write { try $0.endSession("s1", of: "a1") }, true)
            try expectEqual(try await database.write { try $0.endSessions(of: "a1", except: "s2") }, 1)
            try expectEqual(try await database.write { try $0.endSession(under: "h2") }, true)
        },
        ContractTest("a link is used once, for its own purpose, before its end") { database in
            try await Migrator().migrate(database, at: .sample)
            let link = AccountLink(purpose: .emailChange, account: "a1", detail: "new@cedar.example", expiresAt: Timestamp.sample.later(10))
            try await database.write { connection in
                try connection.insert(.sample(), at: .sample)
                try connection.insert(link, under: "h")
            }
            try expectEqual(
                try await database.read { try $0.link(under: "h", for: .emailChange, at: .sample)?.detail }, "new@cedar.example")
            for purpose in [AccountLink.Purpose.invitation, .passwordReset] {
                try expect(try await database.write { try $0.useLink(under: "h", for: purpose, at: .sample) } == nil)
            }
            try expect(try await database.write { try $0.useLink(under: "h", for: .emailChange, at: Timestamp.sample.later(10)) } == nil)
            let used = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 {
                    group.addTask { try await database.write { try $0.useLink(under: "h", for: .emailChange, at: .sample) } != nil }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            try expectEqual(used, 1)
        },
        ContractTest("attempts side by side are all counted, and counters expire") { database in
            try await Migrator().migrate(database, at: .sample)
            let end = Timestamp.sample.later(1_000)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await database.write { connection in
                            let found = try connection.lockAttempts("k", at: .sample)
                            try connection.setAttempts("k", found.failures + 1, at: .sample, until: end)
                        }
                    }
                }
                try await group.waitForAll()
            }
            try expectEqual(try await database.write { try $0.lockAttempts("k", at: .sample).failures }, 8)
            try await database.write { try $0.takeBackAttempt("k") }
            try expectEqual(try await database.write { try $0.lockAttempts("k", at: .sample).failures }, 7)
            try expectEqual(try await database.write { try $0.lockAttempts("k", at: end).failures }, 0)
        },
        ContractTest("what has expired is erased, and nothing else") { database in
            try await Migrator().migrate(database, at: .sample)
            try await database.write { connection in
                try connection.insert(.sample(), at: .sample)
                for (name, end) in [("old", Int64(5)), ("new", 50)] {
                    try connection.know(name, of: "a1", until: Timestamp.sample.later(end))
                    try connection.insert(
                        AccountLink(purpose: .invitation, account: "a1", expiresAt: Timestamp.sample.later(end)), under: name)
                }
            }
            try expectEqual(try await database.write { try $0.eraseExpiredSignIns(at: Timestamp.sample.later(5)) }, 2)
            try expectEqual(try await database.read { try $0.isKnown("new", to: "a1", at: .sample) }, true)
            try expectEqual(try await database.read { try $0.isKnown("old", to: "a1", at: .sample) }, false)
        },
    ]
}
