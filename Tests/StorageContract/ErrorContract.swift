import Storage

extension ContractTest {
    static let errors = [
        ContractTest("a key that is there already is a unique error that names it") { database in
            try await database.createSamples()
            try await database.addSample("a", 1)
            try await expectError {
                try await database.addSample("a", 2)
            } _: {
                if case .unique(let name) = $0 { name.contains("sample") } else { false }
            }
        },
        ContractTest("a row that refers to nothing is a foreign-key error") { database in
            try await database.createSamples()
            try await expectError {
                try await database.write { try $0.execute("INSERT INTO part (sample, note) VALUES ('none', 'x')") }
            } _: {
                if case .foreignKey = $0 { true } else { false }
            }
        },
        ContractTest("a row that others refer to cannot go") { database in
            try await database.createSamples()
            try await database.addSample("a", 1)
            try await database.write { try $0.execute("INSERT INTO part (sample, note) VALUES ('a', 'x')") }
            try await expectError {
                try await database.write { try $0.execute("DELETE FROM sample") }
            } _: {
                if case .foreignKey = $0 { true } else { false }
            }
        },
        ContractTest("a missing value is a not-null error") { database in
            try await database.createSamples()
            try await expectError {
                try await database.write { try $0.execute("INSERT INTO sample (name, number) VALUES (?, ?)", [.text("a"), .null]) }
            } _: {
                if case .notNull = $0 { true } else { false }
            }
        },
        ContractTest("a value the table forbids is a check error") { database in
            try await database.createSamples()
            try await expectError {
                try await database.addSample("a", -1)
            } _: {
                if case .check = $0 { true } else { false }
            }
        },
        ContractTest("errors have their type inside the transaction too") { database in
            try await database.createSamples()
            try await database.addSample("a", 1)
            do {
                try await database.write { connection in
                    do {
                        try connection.execute("INSERT INTO sample (name, number) VALUES ('a', 2)")
                    } catch StorageError.unique {
                        throw StorageError.other("seen")
                    }
                }
            } catch StorageError.other("seen") { return }
            try expect(false, "the error inside had another type")
        },
        ContractTest("a statement that is no SQL is an error, not the end of the process") { database in
            try await expectError {
                try await database.write { try $0.execute("SELEKT") }
            } _: {
                if case .other = $0 { true } else { false }
            }
            try expectEqual(try await database.read { try $0.query("SELECT 1 AS one").count }, 1)
        },
        ContractTest("a refused statement spoils its transaction, even when its error is caught") { database in
            try await database.createSamples()
            try await database.addSample("a", 1)
            try await expectError {
                try await database.write { connection in
                    try connection.execute("INSERT INTO sample (name, number) VALUES ('b', 1)")
                    do { try connection.execute("INSERT INTO sample (name, number) VALUES ('a', 2)") } catch {}
                }
            } _: { _ in
                true
            }
            try expectEqual(try await database.sampleNames(), ["a"])
            // And nothing beyond it: the next one is as good as new.
            try await database.addSample("c", 1)
            try expectEqual(try await database.sampleNames(), ["a", "c"])
        },
        ContractTest("a reader cannot write") { database in
            try await database.createSamples()
            do {
                _ = try await database.read { try $0.execute("INSERT INTO sample (name, number) VALUES ('a', 1)") }
                try expect(false, "a reader wrote")
            } catch is StorageError {}
            try expectEqual(try await database.sampleNames(), [])
        },
    ]
}
