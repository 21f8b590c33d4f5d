/// How long something took, many times.
struct Timings {
    private var milliseconds: [Double] = []

    mutating func time<Value>(_ body: () throws -> Value) rethrows -> Value {
        let start = ContinuousClock.now
        let value = try body()
        milliseconds.append(Self.milliseconds(.now - start))
        return value
    }

    static func milliseconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) * 1_000 + Double(attoseconds) / 1e15
    }

    /// The smallest value that at least this share of all do not exceed.
    func percentile(_ share: Double) -> Double {
        let sorted = milliseconds.sorted()
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1))]
    }

    var json: String {
        "{\"median\":\(percentile(0.5)),\"p99\":\(percentile(0.99)),\"most\":\(percentile(1)),\"count\":\(milliseconds.count)}"
    }
}
