import Storage

/// How a transaction begins.
struct PostgresTransaction: Sendable {
    enum Kind: Sendable {
        case read
        /// Beside other writers, in some order with them.
        case write
        /// With no other writer beside it.
        case alone
    }

    let kind: Kind
    let options: PostgresOptions

    /// The table nobody reads: its lock lets writers in side by side, or one alone. `LOCK` takes no snapshot, so that a transaction that had to wait
    /// sees what the one before it wrote.
    static let queue = "writer_queue"

    /// One message: settings that last as long as the transaction work behind a pooler too.
    private var begin: String {
        let times = "SET LOCAL statement_timeout = '\(options.statementTime)s'; SET LOCAL lock_timeout = '\(options.lockTime)s'"
        return switch kind {
        case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; \(times)"
        case .write: "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE; \(times); LOCK TABLE \(Self.queue) IN ROW SHARE MODE"
        case .alone: "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE; \(times); LOCK TABLE \(Self.queue) IN EXCLUSIVE MODE"
        }
    }

    /// What became of it.
    enum Outcome<Value: Sendable>: Sendable {
        case done(Value)
        /// The connection was gone before anything ran: worth trying on another one.
        case neverBegan(any Error)
        /// Undone because of others, or of a schema changed meanwhile: worth running again, alone.
        case conflict
        case failed(any Error)
    }

    /// Runs on the link's own thread.
    func run<Value: Sendable>(_ link: PostgresLink, _ body: (any SQLConnection) throws -> Value) -> Outcome<Value> {
        link.beginTransaction()
        do { try link.command(begin) } catch {
            rollBack(link)
            return link.isAlive ? .failed(error) : .neverBegan(error)
        }
        do {
            let value = try body(PostgresConnection(link: link))
            let answer = try link.command("COMMIT")
            // The body may have caught a refused statement's error and gone on: nothing it wrote is kept.
            guard answer.command == "COMMIT" else {
                throw StorageError.other("a statement was refused: nothing of its transaction is kept")
            }
            return .done(value)
        } catch {
            rollBack(link)
            guard let refusal = link.refusal else { return .failed(error) }
            if PostgresState.isConflict(refusal.state) { return .conflict }
            if PostgresState.isStalePlan(refusal.state, refusal.message) {
                link.forgetPrepared()
                return .conflict
            }
            // A server that takes no writes any more: another one does now.
            if refusal.state == "25006", case .read = kind { return .failed(error) }
            if refusal.state == "25006" {
                link.discard()
                return .failed(StorageError.lost("the database server has become a standby"))
            }
            return .failed(error)
        }
    }

    private func rollBack(_ link: PostgresLink) {
        guard link.isAlive, link.isInTransaction else { return }
        _ = try? link.command("ROLLBACK")
    }
}
