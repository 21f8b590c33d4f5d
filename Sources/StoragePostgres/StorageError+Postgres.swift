import CPostgres
import Storage

extension StorageError {
    /// An answer that is an error gets its portable name.
    init(_ result: PostgresResult) {
        let message = result.error("M") ?? "the server said nothing"
        let subject = result.error("n") ?? [result.error("t"), result.error("c")].compactMap { $0 }.joined(separator: ".")
        let state = result.error("C") ?? ""
        switch state {
        case "23505": self = .unique(subject)
        case "23503": self = .foreignKey(subject)
        case "23502": self = .notNull(subject)
        case "23514": self = .check(subject)
        // A lock or the time for a statement ran out, a conflict with others, too many connections.
        case "55P03", "57014", "53300": self = .busy
        case let state where PostgresState.isConflict(state): self = .busy
        case "22021", "22P05": self = .unstorable(message)
        case let state where PostgresState.isLoss(state): self = .lost(message)
        default: self = .other(message.isEmpty ? state : "\(message) (\(state))")
        }
    }
}

/// What SQLSTATEs mean to us (PostgreSQL's documentation, appendix A).
enum PostgresState {
    /// The transaction cannot be put in one order with others, or two waited for each other: worth running it again.
    static func isConflict(_ state: String) -> Bool { state == "40001" || state == "40P01" }

    /// The server is going, gone or full; or it has become a standby, which takes no writes.
    static func isLoss(_ state: String) -> Bool {
        state.hasPrefix("08") || state.hasPrefix("57P") || state.hasPrefix("53") || state.hasPrefix("58") || state.hasPrefix("XX")
    }

    /// The schema was changed under a prepared statement, or the statement is not known to this server process: prepare anew and run again.
    static func isStalePlan(_ state: String, _ message: String) -> Bool {
        state == "26000" || (state == "0A000" && message.contains("cached plan"))
    }
}
