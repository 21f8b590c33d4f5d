import Domain
import Storage

extension ContractTest {
    static let audit =
        [
            ContractTest("entries come back as they were written, the newest first, each bound to the one before") { database in
                try await Migrator().migrate(database, at: .sample)
                let first = AuditEntry(.roleChanged, by: .account("a1"), on: "a2", at: "cedar-college", from: "viewer", to: "éditeur")
                let second = AuditEntry(.passwordChanged, by: .commandLine, on: "")
                try await database.write { try $0.append(first, second, at: .sample) }
                try await database.write { try $0.append(second, at: Timestamp.sample.later(1)) }
                let entries = try await AuditLog(database).entries()
                try expectEqual(entries.map(\.number), [3, 2, 1])
                try expectEqual(entries.map(\.entry), [second, second, first])
                try expectEqual(entries[1].previousHash, entries[2].hash)
                try expectEqual(try await AuditLog(database).entries(at: "cedar-college").map(\.number), [1])
                try expectEqual(try await AuditLog(database).entries(before: 3, limit: 1).map(\.number), [2])
                try expectEqual(try await AuditLog(database).verify(), .whole(entries: 3, hash: entries[0].hash))
            },
            ContractTest("an act that is undone leaves no entry") { database in
                try await Migrator().migrate(database, at: .sample)
                try await expectError {
                    try await database.write { connection in
                        try connection.append(AuditEntry(.accountInvited, by: .portal, on: "x"), at: .sample)
                        throw StorageError.busy
                    }
                } _: {
                    $0 == .busy
                }
                try expectEqual(try await AuditLog(database).verify(), .whole(entries: 0, hash: ""))
            },
            ContractTest("entries written side by side stand in one chain") { database in
                try await Migrator().migrate(database, at: .sample)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for index in 0..<12 {
                        group.addTask {
                            try await database.write { try $0.append(AuditEntry(.roleChanged, by: .portal, on: "\(index)"), at: .sample) }
                        }
                    }
                    try await group.waitForAll()
                }
                guard case .whole(12, _) = try await AuditLog(database).verify() else {
                    throw ContractViolation(description: "the chain is broken")
                }
            },
        ]
        + tampering.map { name, statement, place in
            ContractTest("the chain shows \(name)") { database in
                try await Migrator().migrate(database, at: .sample)
                for index in 1...4 {
                    try await database.write {
                        try $0.append(AuditEntry(.roleChanged, by: .portal, on: "\(index)", from: "a", to: "b"), at: .sample)
                    }
                }
                try await database.write { try $0.execute(statement) }
                try expectEqual(try await AuditLog(database).verify(), .broken(at: place))
            }
        }

    private static let tampering: [(name: String, statement: SQL, place: Int)] = [
        ("a value that was changed", "UPDATE audit_entry SET new_value = 'c' WHERE number = 2", 2),
        ("a value that was taken away", "UPDATE audit_entry SET old_value = NULL WHERE number = 3", 3),
        ("a time that was changed", "UPDATE audit_entry SET at = at + 1 WHERE number = 1", 1),
        ("another who did it", "UPDATE audit_entry SET actor = 'account:x' WHERE number = 4", 4),
        ("an entry that was removed", "DELETE FROM audit_entry WHERE number = 2", 2),
        ("a first entry that was removed", "DELETE FROM audit_entry WHERE number = 1", 1),
        ("a last entry that was removed", "DELETE FROM audit_entry WHERE number = 4", 4),
        ("entries that were all removed", "DELETE FROM audit_entry", 1),
        ("a value moved into its neighbour", "UPDATE audit_entry SET old_value = 'ab', new_value = '' WHERE number = 2", 2),
        (
            "an entry added at the end",
            "INSERT INTO audit_entry SELECT 5, at, actor, act, institution, subject, old_value, new_value, hash, hash FROM audit_entry WHERE number = 4",
            5
        ),
    ]
}
