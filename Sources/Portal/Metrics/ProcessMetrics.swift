import Domain
import Foundation

/// What the process takes of the machine, under the names that monitors know. Nothing where the system has no `/proc`.
package struct ProcessMetrics: MetricSource {
    private let started: Double

    /// Made when the process starts.
    package init(clock: PortalClock = .system) { started = Double(clock.now.milliseconds) / 1_000 }

    package func metrics() async -> [Metric] {
        var metrics: [Metric] = [
            .gauge("process_start_time_seconds", "When the process started, in seconds since 1970", started)
        ]
        if let pages = Self.numbers("/proc/self/statm") {
            let size = Double(sysconf(Int32(_SC_PAGESIZE)))
            metrics.append(.gauge("process_virtual_memory_bytes", "Address space of the process", pages[0] * size))
            metrics.append(.gauge("process_resident_memory_bytes", "Memory the process holds", pages[1] * size))
        }
        if let seconds = Self.processorSeconds {
            metrics.append(
                .counter("process_cpu_seconds_total", "Processor time of the process", values: [([], seconds)]))
        }
        if let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count {
            metrics.append(.gauge("process_open_fds", "Files and connections the process holds open", Double(files)))
        }
        return metrics
    }

    private static var processorSeconds: Double? {
        var time = timespec()
        guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return nil }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The first two numbers of a file of numbers.
    private static func numbers(_ path: String) -> [Double]? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        let numbers = text.split(separator: " ").prefix(2).compactMap { Double($0) }
        return numbers.count == 2 ? numbers : nil
    }
}
