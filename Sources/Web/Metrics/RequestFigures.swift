package import HTTPTypes
import Synchronization

/// How many requests each route answered with what, and how long that took.
///
/// Everything has its place from the start: recording is one look-up in a table that never changes, and two additions to numbers in
/// memory. No lock is taken, and whatever is asked for, there are never more series than these.
package final class RequestFigures: @unchecked Sendable {
    /// Seconds. A page from memory takes a tenth of a millisecond, a page made anew one or two; ten is where a proxy gives up.
    package static let limits: [Double] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
    /// For what no route knows.
    package static let otherRoute = "other"

    private static let limitsInNanoseconds = limits.map { Int($0 * 1e9) }
    private static let methods = ["GET", "HEAD", "POST", "other"]
    private static let classes = ["2xx", "3xx", "4xx", "5xx"]
    /// One number for each limit, one beyond them, one for the sum in nanoseconds; two cache lines.
    private static let stride = 16

    private let places: [String: Int]
    private let routes: [String]
    private let inFlight = Atomic(0)
    // Safe to share: the pointer never changes, and what it points to is changed only by atomic operations.
    private let numbers: UnsafeMutablePointer<Atomic<Int>>
    private let size: Int

    /// - Parameter routes: the templates of every route there is, `/en/programs/{id}`.
    package init(routes: [String]) {
        precondition(Self.limits.count + 2 <= Self.stride)
        self.routes = Array(Set(routes)).sorted() + [Self.otherRoute]
        places = Dictionary(uniqueKeysWithValues: self.routes.enumerated().map { ($1, $0) })
        size = self.routes.count * Self.methods.count * Self.classes.count * Self.stride
        numbers = .allocate(capacity: size)
        for place in 0..<size { (numbers + place).initialize(to: Atomic(0)) }
    }

    deinit {
        numbers.deinitialize(count: size)
        numbers.deallocate()
    }

    package func begin() { inFlight.add(1, ordering: .relaxed) }

    package func end() { inFlight.subtract(1, ordering: .relaxed) }

    /// - Parameter route: the template that matched; `nil` and strangers count as "other".
    package func record(route: String?, method: HTTPRequest.Method, status: HTTPResponse.Status, _ time: Duration) {
        let route = route.flatMap { places[$0] } ?? routes.count - 1
        let statusClass = min(max(status.code / 100, 2), 5) - 2
        let place = ((route * Self.methods.count + Self.place(of: method)) * Self.classes.count + statusClass) * Self.stride
        let (seconds, attoseconds) = time.components
        let nanoseconds = Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
        var bucket = 0
        while bucket < Self.limitsInNanoseconds.count, nanoseconds > Self.limitsInNanoseconds[bucket] { bucket += 1 }
        numbers[place + bucket].add(1, ordering: .relaxed)
        numbers[place + Self.stride - 1].add(nanoseconds, ordering: .relaxed)
    }

    package var requestsInFlight: Int { inFlight.load(ordering: .relaxed) }

    /// A series for each route, method and class of status that came up.
    package struct Series: Hashable, Sendable {
        package let route: String
        package let method: String
        package let statusClass: String
        /// By limit, and last those beyond every limit.
        package let counts: [Int]
        package let seconds: Double
    }

    package var series: [Series] {
        var series: [Series] = []
        var place = 0
        for route in routes {
            for method in Self.methods {
                for statusClass in Self.classes {
                    let counts = (0...Self.limits.count).map { numbers[place + $0].load(ordering: .relaxed) }
                    let sum = numbers[place + Self.stride - 1].load(ordering: .relaxed)
                    place += Self.stride
                    guard counts.contains(where: { $0 > 0 }) else { continue }
                    series.append(
                        Series(route: route, method: method, statusClass: statusClass, counts: counts, seconds: Double(sum) / 1e9))
                }
            }
        }
        return series
    }

    private static func place(of method: HTTPRequest.Method) -> Int {
        switch method {
        case .get: 0
        case .head: 1
        case .post: 2
        default: 3
        }
    }
}
