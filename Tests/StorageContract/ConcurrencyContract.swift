import Domain
import Storage
import Synchronization

/// Counts from any thread.
private final class Runs: Sendable {
    private let number = Mutex(0)
    var count: Int { number.withLock { $0 } }
    func add() { number.withLock { $0 += 1 } }
}

extension ContractTest {
    static let concurrency = [
        ContractTest("readers see whole transactions while a writer writes") { database in
            try await database.createSamples()
            try await database.addSample("a", 0)
            try await database.addSample("b", 0)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for _ in 0..<200 {
                        try await database.write { connection in
                            try connection.execute("UPDATE sample SET number = number + 1 WHERE name = 'a'")
                            try connection.execute("UPDATE sample SET number = number + 1 WHERE name = 'b'")
                        }
                    }
                }
                for _ in 0..<4 {
                    group.addTask {
                        for _ in 0..<200 {
                            let numbers = try await database.read { connection in
                                // Two statements on purpose: one snapshot for both.
                                let a = try connection.first("SELECT number FROM sample WHERE name = 'a'")?.integer("number")
                                let b = try connection.first("SELECT number FROM sample WHERE name = 'b'")?.integer("number")
                                return [a, b]
                            }
                            try expectEqual(numbers[0], numbers[1])
                        }
                    }
                }
                try await group.waitForAll()
            }
            let numbers = try await database.read { try $0.query("SELECT number FROM sample").map { try $0.integer("number") } }
            try expectEqual(numbers, [200, 200])
        },
        ContractTest("what two writers each see holds for both: the last one cannot be removed by two at once") { database in
            try await database.createSamples()
            for round in 0..<20 {
                try await database.write { connection in
                    try connection.execute("DELETE FROM sample")
                    try connection.execute(
                        "INSERT INTO sample (name, number) VALUES (?, ?)",
                        each: [[.text("a"), .integer(round)], [.text("b"), .integer(round)]])
                }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for name in ["a", "b"] {
                        group.addTask {
                            try await database.write { connection in
                                guard try connection.first("SELECT COUNT(*) AS n FROM sample")?.integer("n") ?? 0 > 1 else { return }
                                try connection.execute("DELETE FROM sample WHERE name = ?", [.text(name)])
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                try expectEqual(try await database.sampleNames().count, 1)
            }
        },
        ContractTest("a writer that wants to be alone takes turns with the others and runs once") { database in
            try await database.createSamples()
            try await database.addSample("a", 0)
            let runs = Runs()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<12 {
                    group.addTask {
                        try await database.write(alone: writer.isMultiple(of: 3)) { connection in
                            if writer.isMultiple(of: 3) { runs.add() }
                            let number = try connection.first("SELECT number FROM sample")?.integer("number") ?? 0
                            try connection.execute("UPDATE sample SET number = ?", [.integer(number + 1)])
                        }
                    }
                }
                try await group.waitForAll()
            }
            try expectEqual(try await database.read { try $0.first("SELECT number FROM sample")?.integer("number") }, 12)
            try expectEqual(runs.count, 4)
        },
        ContractTest("of many writers at once none is lost") { database in
            try await database.createSamples()
            try await database.addSample("a", 0)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        for _ in 0..<10 {
                            try await database.write { connection in
                                try connection.execute("UPDATE sample SET number = number + 1 WHERE name = 'a'")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let row = try await database.read { try $0.first("SELECT number FROM sample") }
            try expectEqual(try row?.integer("number"), 200)
        },
        ContractTest("change numbers rise in the order of commits, without gaps, however many write") { database in
            try await Migrator().migrate(database, at: .sample)
            let log = ChangeLog(database)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        for step in 0..<25 {
                            _ = try? await database.write { connection in
                                try connection.appendChanges([.program(Program.ID("\(writer)-\(step)")), .program("x")], at: .sample)
                                // Every fifth is undone: its numbers must be given out again.
                                if step % 5 == 4 { throw StorageError.other("undone") }
                            }
                        }
                    }
                }
                group.addTask {
                    // A reader that follows the log must never find, later, a number below one it has seen.
                    var seen: [Int] = []
                    for _ in 0..<200 {
                        seen += try await log.changes(since: seen.last ?? 0).map(\.number)
                        try expectEqual(seen, Array(1...max(1, seen.count)).prefix(seen.count).map { $0 })
                    }
                }
                try await group.waitForAll()
            }
            let numbers = try await log.changes(since: 0).map(\.number)
            try expectEqual(numbers, Array(1...(8 * 20 * 2)))
            try expectEqual(try await log.latestNumber(), 320)
        },
    ]
}
