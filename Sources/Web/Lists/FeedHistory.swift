import Domain
import HTTPTypes
import Hummingbird
import Portal
import Synchronization

/// Answers for feeds, which are asked for again and again: 304 while nothing has changed (RFC 9110, 13).
///
/// What last changed when is known since this process started; a reader that only goes by dates therefore never misses a change.
final class FeedHistory: Sendable {
    private struct Version {
        let tag: String
        /// Whole seconds since 1970, UTC.
        let since: Int64
    }

    private let versions = Mutex<[String: Version]>([:])
    private let clock: PortalClock

    init(clock: PortalClock = .system) { self.clock = clock }

    /// - Parameter key: of the feed among all feeds.
    func answer(_ bytes: [UInt8], key: String, to request: Request) -> Response {
        let version = version(of: bytes, key: key)
        let isKnown =
            request.headers[.ifNoneMatch].map { Self.names($0, version.tag) }
            ?? request.headers[.ifModifiedSince].flatMap(HTTPDate.seconds).map { version.since <= $0 } ?? false
        var response =
            isKnown ? Response(status: .notModified) : Response.bytes(bytes, type: "application/atom+xml; charset=utf-8")
        response.headers[.cacheControl] = "public, max-age=300"
        response.headers[.eTag] = version.tag
        response.headers[.lastModified] = HTTPDate.text(version.since)
        return response
    }

    /// Whether `If-None-Match` names a tag. Compared weakly, as RFC 9110 wants for it.
    private static func names(_ field: String, _ tag: String) -> Bool {
        field.split(separator: ",").contains { part in
            let part = String(part).trimmed
            return part == "*" || part == tag || "W/" + part == tag
        }
    }

    private func version(of bytes: [UInt8], key: String) -> Version {
        // FNV-1a, 64 bits. Weak, because the bytes may travel compressed.
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let tag = "W/\"\(String(hash, radix: 16))\""
        let now = clock.now.milliseconds / 1000
        return versions.withLock { versions in
            if let known = versions[key], known.tag == tag { return known }
            let new = Version(tag: tag, since: now)
            versions[key] = new
            return new
        }
    }
}
