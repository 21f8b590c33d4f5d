import Storage

extension ContractTest {
    static let migrations = [
        ContractTest("the schema is made once: a second run applies nothing and keeps what is there") { database in
            let first = try await Migrator().migrate(database, at: .sample)
            try expectEqual(first.map(\.number), Migration.all.map(\.number))
            try await InstitutionStore(database).save([.sample()], at: .sample)
            let second = try await Migrator().migrate(database, at: .sample)
            try expectEqual(second.count, 0)
            try expectEqual(try await InstitutionStore(database).count(), 1)
        },
        ContractTest("nodes that start together make the schema once") { database in
            let applied = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 { group.addTask { try await Migrator().migrate(database, at: .sample).count } }
                return try await group.reduce(0, +)
            }
            try expectEqual(applied, Migration.all.count)
        },
        ContractTest("a schema of a newer version is refused and left alone") { database in
            let newer = Migration(number: Migration.all.count + 1, name: "later", statements: ["CREATE TABLE later (id TEXT)"])
            try await Migrator(migrations: Migration.all + [newer]).migrate(database, at: .sample)
            try await expectError {
                try await Migrator().migrate(database, at: .sample)
            } _: {
                $0 == .newerSchema(found: newer.number, known: newer.number - 1)
            }
        },
        ContractTest("a step that fails leaves nothing of itself behind, and the steps before it stay") { database in
            let good = Migration(number: 1, name: "good", statements: ["CREATE TABLE good (id TEXT)"])
            let bad = Migration(number: 2, name: "bad", statements: ["CREATE TABLE half (id TEXT)", "CREATE TABLE good (id TEXT)"])
            try await expectError {
                try await Migrator(migrations: [good, bad]).migrate(database, at: .sample)
            } _: { _ in
                true
            }
            try expectEqual(try await Migrator(migrations: [good]).lastNumber(database), 1)
            try await database.write { try $0.execute("CREATE TABLE half (id TEXT)") }
        },
        ContractTest("the steps are numbered from 1 without gaps") { _ in
            try expectEqual(Migration.all.map(\.number), Array(1...Migration.all.count))
        },
    ]
}
