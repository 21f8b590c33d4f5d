import Synchronization

/// A part of the portal that can tell figures about itself when a monitor asks: the catalogue, the pool of connections, the outbox.
package protocol MetricSource: Sendable {
    func metrics() async -> [Metric]
}

/// Who is asked when a monitor asks. Parts are added while the portal is put together.
package final class MetricRegistry: Sendable {
    private let sources = Mutex<[(source: any MetricSource, patience: Duration)]>([])

    package init() {}

    /// - Parameter patience: a source that waits for longer is left out this time: a database that hangs must not hide everything else.
    package func add(_ source: any MetricSource, patience: Duration = .seconds(2)) { sources.withLock { $0.append((source, patience)) } }

    /// One figure that goes up and down, asked for each time; `nil` when there is none just now.
    package func add(
        gauge name: String, _ help: String, patience: Duration = .seconds(2), value: @escaping @Sendable () async -> Double?
    ) {
        add(SingleGauge(name: name, help: help, value: value), patience: patience)
    }

    /// Everything there is to tell, in the order in which the sources were added. Figures of the same name stand together.
    package func metrics() async -> [Metric] {
        let sources = sources.withLock { $0 }
        let told = await withTaskGroup(of: (Int, [Metric]).self) { group in
            for (number, asked) in sources.enumerated() {
                group.addTask { (number, (try? await within(asked.patience) { await asked.source.metrics() }) ?? []) }
            }
            return await group.reduce(into: [Int: [Metric]]()) { $0[$1.0] = $1.1 }
        }
        var merged: [Metric] = []
        var places: [String: Int] = [:]
        for metric in sources.indices.flatMap({ told[$0] ?? [] }) {
            if let place = places[metric.name] {
                merged[place].samples += metric.samples
            } else {
                places[metric.name] = merged.count
                merged.append(metric)
            }
        }
        return merged
    }
}

private struct SingleGauge: MetricSource {
    let name: String
    let help: String
    let value: @Sendable () async -> Double?

    func metrics() async -> [Metric] { await value().map { [.gauge(name, help, $0)] } ?? [] }
}
