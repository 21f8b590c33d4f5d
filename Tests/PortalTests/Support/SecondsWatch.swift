import Domain
import Portal
import Synchronization

/// A clock that a test moves by seconds.
final class SecondsWatch: Sendable {
    private let time = Mutex(Timestamp(milliseconds: 1_795_453_200_000))

    var clock: PortalClock { PortalClock { [self] in time.withLock { $0 } } }

    func advance(seconds: Int) { time.withLock { $0.milliseconds += Int64(seconds) * 1_000 } }
}
