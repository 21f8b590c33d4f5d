import Domain
import Synchronization

/// How many requests come from one network: twenty an hour, on each node. Hashes of addresses under a salt of this process, for an hour.
final class RequestPace: Sendable {
    /// A house with many offices is one network.
    private static let most = 20
    private static let hour: Int64 = 3_600_000
    /// Past that the oldest are forgotten.
    private static let capacity = 20_000

    private struct Memory {
        let salt = UInt64.random(in: .min ... .max)
        var times: [Int: [Int64]] = [:]
    }

    private let memory = Mutex(Memory())

    /// - Returns: whether one more may come.
    func allows(_ address: String, at now: Timestamp) -> Bool {
        memory.withLock { memory in
            var hasher = Hasher()
            hasher.combine(memory.salt)
            hasher.combine(address)
            let key = hasher.finalize()
            let recent = (memory.times[key] ?? []).filter { now.milliseconds - $0 < Self.hour }
            guard recent.count < Self.most else { return false }
            if memory.times.count >= Self.capacity {
                memory.times = memory.times.filter { now.milliseconds - ($0.value.last ?? 0) < Self.hour }
                if memory.times.count >= Self.capacity { memory.times = [:] }
            }
            memory.times[key] = recent + [now.milliseconds]
            return true
        }
    }
}
