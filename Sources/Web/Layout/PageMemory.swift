import Domain
import HTTPTypes
package import Hummingbird
import NIOCore
import Portal
import Synchronization

/// A page as a handler makes it, and what is counted whenever somebody sees it.
package struct MadePage {
    let page: Page
    let status: HTTPResponse.Status
    let activities: [Activity]
}

/// Pages that are asked for again and again, kept as bytes, packed and not, until the catalogue changes.
///
/// Only for pages that depend on their address and the catalogue alone. Whoever sees a kept page is counted like anybody else. A request with a
/// cookie is never answered from here, so that a page made for one person cannot reach another.
package final class PageMemory: Sendable {
    private struct Kept: Sendable {
        /// The version of `CurrentCatalogue` before the page was made.
        let version: Int
        let plain: ByteBuffer
        var packed: ByteBuffer?
        let activities: [Activity]

        var size: Int { plain.readableBytes + (packed?.readableBytes ?? 0) }
    }

    /// Two shelves: what is asked for moves to the front one; when that is full, it becomes the back one, and what stood there is forgotten.
    private struct Shelves: Sendable {
        var front: [String: Kept] = [:]
        var back: [String: Kept] = [:]
        var frontSize = 0
        /// Of all pages kept: older ones are wrong, and hold on to programs that are no more.
        var version = 0
    }

    /// Bytes of one shelf: some 250 pages of results.
    package static let shelfSize = 16 << 20
    /// Longer addresses are nobody's favourites.
    private static let longestAddress = 512

    private let shelves = Mutex(Shelves())

    package init() {}

    /// The page at the request's address: kept from an earlier request, or made now.
    package func answer(_ request: PageRequest, _ make: () -> MadePage) -> Response {
        let services = request.view.site.services
        let version = services.catalogue.versioned.version
        let address = request.request.uri.description
        let mayKeep = request.request.headers[.cookie] == nil && address.utf8.count <= Self.longestAddress
        let wantsPacked = Compression.accepts(request.request)
        if mayKeep, var kept = find(address), kept.version == version {
            count(kept.activities, request)
            if wantsPacked, kept.packed == nil, let packed = Self.packed(kept.plain) {
                kept.packed = packed
                keep(kept, at: address)
            }
            return Self.response(kept, packed: wantsPacked, request)
        }
        let made = make()
        count(made.activities, request)
        guard mayKeep, made.status == .ok else { return .page(made.page, in: request.view, status: made.status) }
        let plain = ByteBuffer(bytes: Layout(request.view).render(made.page))
        let kept = Kept(version: version, plain: plain, packed: wantsPacked ? Self.packed(plain) : nil, activities: made.activities)
        keep(kept, at: address)
        return Self.response(kept, packed: wantsPacked, request)
    }

    private func count(_ activities: [Activity], _ request: PageRequest) {
        let measure = request.view.site.services.measure
        for activity in activities { measure.record(activity, language: request.view.language, from: request.visitor) }
    }

    private static func packed(_ plain: ByteBuffer) -> ByteBuffer? {
        Gzip.compress(Array(plain.readableBytesView), level: Compression.level).map { ByteBuffer(bytes: $0) }
    }

    private static func response(_ kept: Kept, packed: Bool, _ request: PageRequest) -> Response {
        guard packed, let body = kept.packed else { return .html(kept.plain, status: .ok, language: request.view.language) }
        var response = Response.html(body, status: .ok, language: request.view.language)
        response.headers[.contentEncoding] = "gzip"
        return response
    }

    // MARK: - Shelves

    private func find(_ address: String) -> Kept? {
        shelves.withLock { shelves in
            if let kept = shelves.front[address] { return kept }
            guard let kept = shelves.back.removeValue(forKey: address) else { return nil }
            Self.put(kept, at: address, on: &shelves)
            return kept
        }
    }

    private func keep(_ kept: Kept, at address: String) { shelves.withLock { Self.put(kept, at: address, on: &$0) } }

    private static func put(_ kept: Kept, at address: String, on shelves: inout Shelves) {
        guard kept.version >= shelves.version else { return }
        if kept.version > shelves.version { shelves = Shelves(version: kept.version) }
        let replaced = shelves.front.updateValue(kept, forKey: address)
        shelves.frontSize += kept.size - (replaced?.size ?? 0)
        guard shelves.frontSize > shelfSize else { return }
        shelves.back = shelves.front
        shelves.front = [:]
        shelves.frontSize = 0
    }
}
