package import Domain
import Foundation

/// The one place that reads the time, so that a test can say what time it is.
package struct PortalClock: Sendable {
    private let read: @Sendable () -> Timestamp

    package init(_ read: @escaping @Sendable () -> Timestamp) { self.read = read }

    package var now: Timestamp { read() }

    package static let system = PortalClock { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
