import Storage

extension ContractTest {
    static let transactions = [
        ContractTest("what a transaction wrote is read after it") { database in
            try await database.createSamples()
            try await database.addSample("a", 1)
            try expectEqual(try await database.sampleNames(), ["a"])
        },
        ContractTest("a body that throws leaves nothing behind, and its own error comes out") { database in
            struct Refused: Error {}
            try await database.createSamples()
            try await database.addSample("kept", 1)
            do {
                try await database.write { connection in
                    try connection.execute("INSERT INTO sample (name, number) VALUES (?, ?)", [.text("gone"), .integer(2)])
                    try connection.execute("UPDATE sample SET number = 9 WHERE name = 'kept'")
                    throw Refused()
                }
                try expect(false, "nothing was thrown")
            } catch is Refused {}
            let rows = try await database.read { try $0.query("SELECT name, number FROM sample") }
            try expectEqual(rows.map(\.values), [[.text("kept"), .integer(1)]])
        },
        ContractTest("a statement refused in the middle of a list leaves nothing of the list behind") { database in
            try await database.createSamples()
            try await expectError {
                try await database.write { connection in
                    try connection.execute(
                        "INSERT INTO sample (name, number) VALUES (?, ?)",
                        each: [[.text("a"), .integer(1)], [.text("b"), .integer(2)], [.text("a"), .integer(3)]])
                }
            } _: {
                if case .unique = $0 { true } else { false }
            }
            try expectEqual(try await database.sampleNames(), [])
        },
        ContractTest("a transaction reads its own writes, UPSERT and RETURNING included") { database in
            try await database.createSamples()
            let numbers = try await database.write { connection in
                for _ in 0..<3 {
                    try connection.execute(
                        "INSERT INTO sample (name, number) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET number = sample.number + excluded.number",
                        [.text("a"), .integer(2)])
                }
                return try connection.query("UPDATE sample SET number = number * 10 RETURNING number").map { try $0.integer("number") }
            }
            try expectEqual(numbers, [60])
        },
        ContractTest("the number of rows changed is told") { database in
            try await database.createSamples()
            try await database.addSample("a", 1)
            try await database.addSample("b", 1)
            try expectEqual(try await database.write { try $0.execute("UPDATE sample SET number = 2") }, 2)
            try expectEqual(try await database.write { try $0.execute("DELETE FROM sample WHERE name = ?", [.text("none")]) }, 0)
        },
        ContractTest("a list of no values runs nothing") { database in
            try await database.createSamples()
            try await database.write { try $0.execute("INSERT INTO sample (name, number) VALUES (?, ?)", each: []) }
            try expectEqual(try await database.sampleNames(), [])
        },
    ]
}

extension SQLDatabase {
    /// A table of the contract's own, beside those of the portal.
    func createSamples() async throws {
        try await write { connection in
            try connection.execute("CREATE TABLE sample (name TEXT NOT NULL PRIMARY KEY, number BIGINT NOT NULL CHECK (number >= 0))")
            try connection.execute("CREATE TABLE part (sample TEXT NOT NULL REFERENCES sample (name), note TEXT NOT NULL)")
        }
    }

    func addSample(_ name: String, _ number: Int) async throws {
        try await write { connection in
            try connection.execute("INSERT INTO sample (name, number) VALUES (?, ?)", [.text(name), .integer(number)])
        }
    }

    func sampleNames() async throws -> [String] {
        try await read { try $0.query("SELECT name FROM sample").map { try $0.text("name") } }.sorted()
    }
}
