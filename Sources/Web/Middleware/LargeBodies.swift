import Synchronization

/// Routes that take more than other requests may carry, by their template: uploads of files, and what machines push.
package final class LargeBodies: Sendable {
    private let limits = Mutex<[String: Int]>([:])

    package init() {}

    func allow(_ bytes: Int, at template: String) { limits.withLock { $0[template] = bytes } }

    func limit(of template: String?) -> Int? { template.flatMap { template in limits.withLock { $0[template] } } }
}
