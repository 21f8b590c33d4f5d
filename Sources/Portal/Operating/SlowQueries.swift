import Logging
import Storage

/// Says in the log what took long in one transaction.
struct SlowQueries: Sendable {
    let threshold: Duration
    let logger: Logger
    /// The number of the request it is done for.
    let request: String?
    let figures: TransactionFigures

    /// Longer texts are lists of placeholders.
    private static let longestText = 600

    func isSlow(_ time: Duration) -> Bool { time >= threshold }

    func statement(_ sql: SQL, _ time: Duration, rows: Int?) {
        figures.addSlowStatement()
        var metadata: Logger.Metadata = [
            "milliseconds": .stringConvertible(time.wholeMilliseconds), "sql": "\(Self.oneLine(sql.text))",
        ]
        if let rows { metadata["rows"] = .stringConvertible(rows) }
        write("Slow statement", metadata)
    }

    /// A transaction that was slow without a slow statement: it waited for a connection, ran many statements, or its commit took long.
    func ended(_ kind: String, _ time: Duration, waited: Duration, statements: Int) {
        write(
            "Slow transaction",
            [
                "kind": "\(kind)", "milliseconds": .stringConvertible(time.wholeMilliseconds),
                "waited": .stringConvertible(waited.wholeMilliseconds), "statements": .stringConvertible(statements),
            ])
    }

    func failed(_ kind: String, _ time: Duration, _ error: any Error) {
        // A driver's message may quote a value; the kind of error says enough here, and whoever asked logs the rest.
        let reason = (error as? StorageError).map(\.word) ?? "\(type(of: error))"
        write(
            "Slow transaction failed",
            ["kind": "\(kind)", "milliseconds": .stringConvertible(time.wholeMilliseconds), "error": "\(reason)"])
    }

    private func write(_ message: Logger.Message, _ metadata: Logger.Metadata) {
        var metadata = metadata
        if let request { metadata[RequestScope.key] = "\(request)" }
        logger.warning(message, metadata: metadata)
    }

    private static func oneLine(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= longestText ? line : line.prefix(longestText) + "\u{2026}"
    }
}

extension StorageError {
    /// The name of the case alone.
    fileprivate var word: String { String("\(self)".prefix { $0 != "(" }) }
}

extension Duration {
    var wholeMilliseconds: Int { wholeNanoseconds / 1_000_000 }

    var wholeNanoseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
    }
}
