import Dispatch
import Foundation

/// Looks whether web pages are there: one request at a time, a pause between two to the same host, and no further than a site's robots.txt and
/// the public internet go.
package actor WebProbe {
    /// What a look found.
    package enum Finding: Hashable, Sendable {
        case fine(status: Int)
        case gone(status: Int)
        /// No answer, or one that says the server is in trouble.
        case unreachable(status: Int)
        /// Somewhere that is not public.
        case refused
        /// The site asks not to.
        case notAsked
    }

    private let agent: String
    private let name: String
    private let pause: Duration
    private let reachesPrivate: Bool
    private let seconds: Int
    private let queue = DispatchQueue(label: "tremplin.probe")
    private var lastRequest: [String: ContinuousClock.Instant] = [:]
    private var robots: [String: RobotsRules] = [:]

    /// - Parameters:
    ///   - name: by which robots.txt may speak of the visitor.
    ///   - about: an address where its operator says what it does.
    ///   - pause: between two requests to a host.
    ///   - reachesPrivate: for tests, whose sites stand on this machine.
    package init(name: String, about: String, pause: Duration = .seconds(5), reachesPrivate: Bool = false, seconds: Int = 15) {
        self.name = name
        agent = "\(name)/1 (+\(about))"
        self.pause = pause
        self.reachesPrivate = reachesPrivate
        self.seconds = seconds
    }

    /// Forgets what sites asked, so that a new round asks anew.
    package func beginRound() { robots = [:] }

    package func look(at address: String) async -> Finding {
        var next = address
        // A page that moved is there all the same; more than five moves is a circle.
        for _ in 0..<6 {
            guard let place = Place(next) else { return .unreachable(status: 0) }
            guard let rules = await rules(of: place) else { return .refused }
            guard rules.allows(place.path) else { return .notAsked }
            guard var answer = await send("HEAD", place) else { return .refused }
            // Servers that know no HEAD, or answer it otherwise than the page itself.
            if answer.status == 0 || answer.status >= 400, answer.status != 410 {
                guard let again = await send("GET", place, most: 1_024) else { return .refused }
                answer = again
            }
            switch answer.status {
            case 300..<400:
                guard let location = answer.location else { return .fine(status: answer.status) }
                next = location
            case 200..<300, 401, 403, 405, 406, 429: return .fine(status: answer.status)
            case 404, 410: return .gone(status: answer.status)
            default: return .unreachable(status: answer.status)
            }
        }
        return .unreachable(status: 310)
    }

    /// `nil` for a host that is not public. A site without the file asks nothing; one whose server is in trouble is left alone.
    private func rules(of place: Place) async -> RobotsRules? {
        if let known = robots[place.origin] { return known }
        guard let file = Place(place.origin + "/robots.txt"), let answer = await send("GET", file, most: 500_000) else { return nil }
        let rules: RobotsRules =
            switch answer.status {
            case 200: RobotsRules(String(decoding: answer.body, as: UTF8.self), agent: name)
            case 500..<600: RobotsRules("User-agent: *\nDisallow: /", agent: name)
            default: .none
            }
        robots[place.origin] = rules
        return rules
    }

    /// `nil` when the host leads to a place that is not public.
    private func send(_ method: String, _ place: Place, most: Int = 1_024) async -> WebRequest.Answer? {
        if let last = lastRequest[place.host], case let end = last + pause, end > .now {
            try? await Task.sleep(until: end, clock: .continuous)
        }
        let (agent, seconds, reachesPrivate) = (agent, seconds, reachesPrivate)
        let answer: WebRequest.Answer? = await withCheckedContinuation { continuation in
            queue.async {
                let places = NetworkAddress.resolve(place.host)
                // One that is not public among those a name leads to is enough: who says so of his own name means it.
                guard reachesPrivate || places.allSatisfy(\.isPublic) else { return continuation.resume(returning: nil) }
                guard let first = places.first else { return continuation.resume(returning: WebRequest.Answer()) }
                continuation.resume(
                    returning: WebRequest.send(
                        method, place.address, host: place.host, port: place.port, at: first, agent: agent, seconds: seconds, most: most))
            }
        }
        lastRequest[place.host] = .now
        return answer
    }

    /// A web address in its parts.
    private struct Place {
        let address: String
        let origin: String
        let host: String
        let port: Int
        /// With the query.
        let path: String

        init?(_ address: String) {
            guard let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
                let host = parts.host, !host.isEmpty, parts.user == nil
            else { return nil }
            self.address = address
            self.host = host.lowercased()
            port = parts.port ?? (scheme == "https" ? 443 : 80)
            guard (1...65_535).contains(port) else { return nil }
            origin = "\(scheme)://\(self.host):\(port)"
            path = (parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath) + (parts.percentEncodedQuery.map { "?" + $0 } ?? "")
        }
    }
}
