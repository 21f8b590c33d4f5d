import Domain
package import Logging
package import Portal
import Web

/// Writes one JSON object a line: `time` (RFC 3339, UTC), `level`, `label`, `message`, and `metadata` when there is any.
package struct JSONLogHandler: LogHandler {
    package var logLevel = Logger.Level.info
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let clock: PortalClock
    private let write: @Sendable ([UInt8]) -> Void

    /// - Parameter write: takes one line, with its line feed; called from any thread.
    package init(
        label: String, metadataProvider: Logger.MetadataProvider? = nil, clock: PortalClock = .system,
        write: @escaping @Sendable ([UInt8]) -> Void
    ) {
        self.label = label
        self.metadataProvider = metadataProvider
        self.clock = clock
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        // What is said at the place itself counts before what its logger carries, and that before what the surroundings add.
        var all = metadataProvider?.get() ?? [:]
        all.merge(metadata) { $1 }
        if let said = event.metadata { all.merge(said) { $1 } }
        if let error = event.error { all["error"] = "\(error)" }
        let line = JSONValue.object([
            ("time", .string(clock.now.rfc3339)), ("level", .string(event.level.rawValue)), ("label", .string(label)),
            ("message", .string(event.message.description)), ("metadata", all.isEmpty ? nil : Self.json(.dictionary(all))),
        ])
        write(line.bytes + [UInt8(ascii: "\n")])
    }

    private static func json(_ value: Logger.MetadataValue) -> JSONValue {
        switch value {
        case .string(let text): .string(text)
        // Collectors count and compare figures; as texts they could not.
        case .stringConvertible(let value as Int): .integer(value)
        case .stringConvertible(let value as Double): .number(value)
        case .stringConvertible(let value): .string(value.description)
        case .array(let values): .array(values.map(json))
        case .dictionary(let entries): .object(entries.sorted { $0.key < $1.key }.map { ($0.key, json($0.value)) })
        @unknown default: .string("\(value)")
        }
    }
}

extension Timestamp {
    /// `2026-11-23T17:00:00.000Z`
    package var rfc3339: String {
        let day = day()
        let time = Int(milliseconds) - day.dayNumber * 86_400_000
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        let thousandths = String(1_000 + time % 1_000).dropFirst()
        return "\(day)T\(two(time / 3_600_000)):\(two(time / 60_000 % 60)):\(two(time / 1_000 % 60)).\(thousandths)Z"
    }
}
