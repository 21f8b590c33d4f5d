package import Domain

/// Answers to the quiz until they expire. The store sees hashes and sealed texts only.
package struct QuizStore: Sendable {
    private let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    /// Keeps answers under a hash, in the place of those that were there.
    package func save(_ sealed: String, under hash: String, until expiry: Timestamp) async throws {
        try await database.write { connection in
            try connection.execute(
                .upsert(into: "quiz", key: ["code_hash"], ["code_hash", "sealed_answers", "expires_at"]),
                [.text(hash), .text(sealed), .time(expiry)])
        }
    }

    /// What is kept under a hash; `nil` when there is nothing, or it has expired and only waits to be erased.
    package func answers(under hash: String, at now: Timestamp) async throws -> (sealed: String, expiry: Timestamp)? {
        try await database.read { connection in
            try connection.first(
                "SELECT sealed_answers, expires_at FROM quiz WHERE code_hash = ? AND expires_at > ?", [.text(hash), .time(now)]
            ).map { (try $0.text("sealed_answers"), try $0.time("expires_at")) }
        }
    }

    /// - Returns: false when there was nothing to erase.
    @discardableResult
    package func erase(_ hash: String) async throws -> Bool {
        try await database.write { try $0.execute("DELETE FROM quiz WHERE code_hash = ?", [.text(hash)]) > 0 }
    }

    /// Erases what expired at `now` or before.
    /// - Returns: how many.
    @discardableResult
    package func eraseExpired(at now: Timestamp) async throws -> Int {
        try await database.write { try $0.execute("DELETE FROM quiz WHERE expires_at <= ?", [.time(now)]) }
    }

    /// How many are kept, expired ones included.
    package func count() async throws -> Int {
        try await database.read { try $0.first("SELECT COUNT(*) AS n FROM quiz")?.integer("n") ?? 0 }
    }
}
