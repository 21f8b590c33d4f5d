package import Logging
package import Storage
import Synchronization

/// A database that says which statements and transactions take long: their text with its placeholders, never a value. Stands in front of
/// any driver, and counts what goes through it.
package final class SlowQueryLog: SQLDatabase {
    private let database: any SQLDatabase
    /// `nil` logs nothing.
    private let threshold: Duration?
    private let logger: Logger
    let reads = TransactionFigures()
    let writes = TransactionFigures()

    /// - Parameter threshold: from which on something is slow; zero logs nothing, and statements are then not timed.
    package init(_ database: any SQLDatabase, threshold: Duration, logger: Logger) {
        self.database = database
        self.threshold = threshold > .zero ? threshold : nil
        self.logger = logger
    }

    package func read<Value: Sendable>(_ body: @Sendable @escaping (any SQLConnection) throws -> Value) async throws -> Value {
        try await timed("read", reads, body) { [database] in try await database.read($0) }
    }

    @discardableResult
    package func write<Value: Sendable>(
        alone: Bool, _ body: @Sendable @escaping (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await timed("write", writes, body) { [database] in try await database.write(alone: alone, $0) }
    }

    package var announcements: AsyncStream<Void> { database.announcements }

    package var usage: DatabaseUsage? { database.usage }

    package func close() async throws { try await database.close() }

    private func timed<Value: Sendable>(
        _ kind: String, _ figures: TransactionFigures, _ body: @Sendable @escaping (any SQLConnection) throws -> Value,
        run: (@Sendable @escaping (any SQLConnection) throws -> Timed<Value>) async throws -> Timed<Value>
    ) async throws -> Value {
        let start = ContinuousClock.now
        // The thread that runs the body does not know whose request it is.
        let log = threshold.map { SlowQueries(threshold: $0, logger: logger, request: RequestScope.id, figures: figures) }
        do {
            let timed = try await run { connection in
                let waited = ContinuousClock.now - start
                guard let log else { return Timed(value: try body(connection), waited: waited) }
                let timed = TimedConnection(connection, log)
                return Timed(
                    value: try body(timed), waited: waited, statements: timed.statements, hadSlowStatement: timed.hadSlowStatement)
            }
            let time = ContinuousClock.now - start
            figures.add(time)
            if let log, log.isSlow(time), !timed.hadSlowStatement {
                log.ended(kind, time, waited: timed.waited, statements: timed.statements)
            }
            return timed.value
        } catch {
            let time = ContinuousClock.now - start
            figures.add(time)
            if let log, log.isSlow(time) { log.failed(kind, time, error) }
            throw error
        }
    }

    /// What a body gave, how long it waited for a connection, and how many statements it ran.
    private struct Timed<Value: Sendable>: Sendable {
        let value: Value
        let waited: Duration
        var statements = 0
        var hadSlowStatement = false
    }
}

/// How many transactions there were, and how long they took.
final class TransactionFigures: Sendable {
    private let count = Atomic(0)
    private let nanoseconds = Atomic(0)
    private let slow = Atomic(0)

    func add(_ time: Duration) {
        count.add(1, ordering: .relaxed)
        nanoseconds.add(time.wholeNanoseconds, ordering: .relaxed)
    }

    func addSlowStatement() { slow.add(1, ordering: .relaxed) }

    var current: (count: Int, seconds: Double, slowStatements: Int) {
        (count.load(ordering: .relaxed), Double(nanoseconds.load(ordering: .relaxed)) / 1e9, slow.load(ordering: .relaxed))
    }
}

extension SlowQueryLog: MetricSource {
    package func metrics() async -> [Metric] {
        let kinds = [("read", reads.current), ("write", writes.current)]
        let values = { (value: (Int, Double, Int) -> Double) in
            kinds.map { (labels: [Metric.Label("kind", $0.0)], value: value($0.1.count, $0.1.seconds, $0.1.slowStatements)) }
        }
        let connections = usage.map { usage in
            [
                Metric.gauge(
                    "tremplin_database_connections", "Connections to the database server, by what they do",
                    values: [
                        ([Metric.Label("state", "busy")], Double(usage.open - usage.idle)),
                        ([Metric.Label("state", "idle")], Double(usage.idle)),
                    ]),
                .gauge("tremplin_database_connections_most", "The most connections this node may have", Double(usage.most)),
                .gauge("tremplin_database_waiting", "Transactions that wait for a connection", Double(usage.waiting)),
            ]
        }
        return (connections ?? []) + [
            .counter(
                "tremplin_database_transactions_total", "Transactions, those that failed included",
                values: values { count, _, _ in Double(count) }),
            .counter(
                "tremplin_database_transaction_seconds_total", "Time spent in transactions, with the wait for a connection",
                values: values { _, seconds, _ in seconds }),
            .counter(
                "tremplin_database_slow_statements_total", "Statements that took longer than database.slow-query allows",
                values: values { _, _, slow in Double(slow) }),
        ]
    }
}
