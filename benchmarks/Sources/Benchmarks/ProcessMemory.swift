import Foundation

/// What this process holds in memory.
enum ProcessMemory {
    /// Bytes, after what was freed went back to the system. `nil` where the system does not say in /proc.
    static var resident: Int? {
        giveBackFreed()
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
            let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        return kilobytes * 1_024
    }

    /// The GNU library keeps what was freed for the next request; its `malloc_trim` is in no module, so it is looked up by name.
    private static func giveBackFreed() {
        guard let symbol = dlsym(nil, "malloc_trim") else { return }
        _ = unsafeBitCast(symbol, to: (@convention(c) (Int) -> Int32).self)(0)
    }
}
