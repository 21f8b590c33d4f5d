import Storage

extension ContractTest {
    static let values = [
        ContractTest("every value comes back as it went in") { database in
            try await database.write { connection in
                try connection.execute(
                    "CREATE TABLE kinds (id INTEGER NOT NULL PRIMARY KEY, t TEXT, i BIGINT, r DOUBLE PRECISION, b BYTEA)")
            }
            let texts: [SQLValue] = [
                .null, .text(""), .text("  edges  "), .text("Élève d'été, œuvre, naïve"), .text("👩🏽‍🔧🇨🇦 ᐃᓄᒃᑎᑐᑦ"), .text("e\u{301}"), .text("é"),
                .text("'; DROP TABLE program; --"), .text("a\r\nb\tc\\"), .text("?"), .text("007"), .text("1e5"),
                .text(String(repeating: "long é ", count: 300_000)),
            ]
            let integers: [SQLValue] = [.null, .integer(0), .integer(-1), .integer(Int64.max), .integer(Int64.min)]
            let reals: [SQLValue] = [.null, .real(0.1), .real(-0.5), .real(42), .real(1e300), .real(.leastNonzeroMagnitude), .real(1 / 3)]
            let blobs: [SQLValue] = [.null, .blob([]), .blob([0, 1, 255]), .blob([UInt8](repeating: 7, count: 100_000))]
            let rows = (0..<texts.count).map { index in
                [
                    SQLValue.integer(index), texts[index], integers[index % integers.count], reals[index % reals.count],
                    blobs[index % blobs.count],
                ]
            }
            try await database.write { try $0.execute("INSERT INTO kinds (id, t, i, r, b) VALUES (?, ?, ?, ?, ?)", each: rows) }
            let read = try await database.read { try $0.query("SELECT id, t, i, r, b FROM kinds ORDER BY id") }
            try expectEqual(read.count, rows.count)
            for (row, expected) in zip(read, rows) { try expect(row.values == expected, "row \(expected[0])") }
            // Equal as Swift texts is not enough: é in one or two code points must stay what it was.
            let scalars = try read.map { Array(try $0.optionalText("t")?.utf8 ?? "".utf8) }
            let expected: [[UInt8]] = texts.map { if case .text(let text) = $0 { Array(text.utf8) } else { [] } }
            try expectEqual(scalars, expected)
        },
        ContractTest("texts are in the order of their bytes, and equal only when their bytes are") { database in
            try await database.createSamples()
            let names = ["a b", "aa", "B", "é", "e\u{301}", "z", "Z", "_", "-x", "ᐃ", "👩", "\u{FFFD}", "ａ"]
            for name in names { try await database.addSample(name, 1) }
            let read = try await database.read { try $0.query("SELECT name FROM sample ORDER BY name").map { try $0.text("name") } }
            let expected = names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
            try expectEqual(read.map { Array($0.utf8) }, expected.map { Array($0.utf8) })
            let after = try await database.read {
                try $0.query("SELECT name FROM sample WHERE name > ? ORDER BY name LIMIT ?", [.text("Z"), .integer(3)]).map {
                    try $0.text("name")
                }
            }
            try expectEqual(after, ["_", "a b", "aa"])
        },
        ContractTest("a text with a null character is refused") { database in
            try await database.createSamples()
            try await expectError {
                try await database.addSample("a\0b", 1)
            } _: {
                if case .unstorable = $0 { true } else { false }
            }
            try expectEqual(try await database.sampleNames(), [])
        },
        ContractTest("a number that is not finite is refused") { database in
            try await database.write { try $0.execute("CREATE TABLE reals (r DOUBLE PRECISION)") }
            for number in [Double.nan, .infinity, -.infinity] {
                try await expectError {
                    try await database.write { try $0.execute("INSERT INTO reals (r) VALUES (?)", [.real(number)]) }
                } _: {
                    if case .unstorable = $0 { true } else { false }
                }
            }
        },
        ContractTest("a column read as what it is not is an error that names it") { database in
            try await database.createSamples()
            try await database.addSample("a", 1)
            let row = try await database.read { try $0.first("SELECT name, number FROM sample") }
            try expect(row != nil)
            try await expectError {
                _ = try row?.integer("name")
            } _: {
                if case .unexpected("name", _) = $0 { true } else { false }
            }
            try await expectError {
                _ = try row?.text("absent")
            } _: {
                if case .unexpected("absent", _) = $0 { true } else { false }
            }
        },
    ]
}
