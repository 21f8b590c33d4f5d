package import Domain

/// How many wrong codes came from where, lately. The store sees hashes only.
package struct GuessStore: Sendable {
    private let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    /// The salt of a day, the same for every node: `proposal` when there is none yet.
    package func salt(of day: CalendarDate, proposal: String) async throws -> String {
        try await database.write { connection in
            try connection.execute(
                "INSERT INTO guess_salt (day, salt) VALUES (?, ?) ON CONFLICT (day) DO NOTHING", [.date(day), .text(proposal)])
            return try connection.first("SELECT salt FROM guess_salt WHERE day = ?", [.date(day)])?.text("salt") ?? proposal
        }
    }

    /// Counts one more guess, unless its guesser has to wait; what was counted before `forgotten` counts as nothing.
    /// - Parameter wait: seconds after so many wrong guesses.
    /// - Returns: seconds to wait; 0 when the guess was counted and may go on.
    package func begin(
        _ guesser: String, at now: Timestamp, forgotten: Timestamp, wait: @Sendable @escaping (Int) -> Int
    ) async throws -> Int {
        try await database.write { connection in
            let row = try connection.first("SELECT wrong, last_at FROM guess WHERE guesser = ?", [.text(guesser)])
            let (wrong, last) = (try row?.integer("wrong") ?? 0, try row?.time("last_at") ?? now)
            let counted = last < forgotten ? 0 : wrong
            let rest = wait(counted) - Int((now.milliseconds - last.milliseconds) / 1_000)
            if counted > 0, rest > 0 { return rest }
            try connection.execute(
                .upsert(into: "guess", key: ["guesser"], ["guesser", "wrong", "last_at"]),
                [.text(guesser), .integer(counted + 1), .time(now)])
            return 0
        }
    }

    /// A guess that was none.
    package func takeBack(_ guesser: String) async throws {
        try await database.write { connection in
            try connection.execute("UPDATE guess SET wrong = wrong - 1 WHERE guesser = ? AND wrong > 0", [.text(guesser)])
            try connection.execute("DELETE FROM guess WHERE guesser = ? AND wrong = 0", [.text(guesser)])
        }
    }

    /// Erases guesses of before `time`, and salts of days before `day`.
    /// - Returns: how many guesses.
    @discardableResult
    package func forget(before time: Timestamp, saltsBefore day: CalendarDate) async throws -> Int {
        try await database.write { connection in
            try connection.execute("DELETE FROM guess_salt WHERE day < ?", [.date(day)])
            return try connection.execute("DELETE FROM guess WHERE last_at < ?", [.time(time)])
        }
    }
}
