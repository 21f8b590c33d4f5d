package import Domain
package import HTTPTypes
import Hummingbird
import Portal
import Synchronization

/// What somebody must be, or be allowed to do, to come to a route.
package enum ConsoleNeed: Hashable, Sendable {
    /// Signed in, and a second factor may still be missing: setting one up, and signing out.
    case enrolling
    /// Signed in, with everything that takes.
    case signedIn
    /// Allowed this at the institution whose id is the `{id}` of the path.
    case institution(Permission)
    /// Allowed this everywhere.
    case portal(Permission)
}

/// One method of one path, as the router has it.
package struct RouteListing: Sendable {
    package let method: HTTPRequest.Method
    /// `/en/console/institutions/{id}`
    package let path: String
    /// `nil` for the public.
    package let need: ConsoleNeed?
}

/// What is needed on each guarded route, taken down as they are registered.
final class GuardedRoutes: Sendable {
    private struct Key: Hashable {
        let method: HTTPRequest.Method
        let path: String
    }

    private let needs = Mutex<[Key: ConsoleNeed]>([:])

    func add(_ need: ConsoleNeed, _ method: HTTPRequest.Method, _ path: String) {
        needs.withLock { $0[Key(method: method, path: path)] = need }
    }

    func need(_ method: HTTPRequest.Method, _ path: String) -> ConsoleNeed? {
        // The router answers a look at the headers wherever it answers a read.
        needs.withLock { $0[Key(method: method == .head ? .get : method, path: path)] }
    }
}
