import Domain
import HTTPTypes
import Hummingbird
import Logging
import Matching
import NIOCore
import Portal

/// What machines read: the style sheet and scripts, sitemap, robots.txt, health; and the first step of a newcomer, the language.
struct MachineController {
    let site: Site

    func addRoutes(to routes: PortalRoutes) {
        routes.get("/") { request, _ in
            var response = Response.redirect(to: Links(site.spokenLanguage(preferredBy: request)).home, status: .found)
            response.headers[.vary] = "Accept-Language"
            return response
        }
        routes.get("/assets/{hash}/{name}", asset)
        routes.get("/favicon.ico") { _, _ in .redirect(to: site.assets.path("mark.svg"), status: .found) }
        routes.get("/robots.txt") { _, _ in
            let text = "User-agent: *\nDisallow: /api/\nSitemap: \(site.services.settings.baseURL)/sitemap.xml\n"
            return .bytes(Array(text.utf8), type: "text/plain; charset=utf-8")
        }
        routes.get("/sitemap.xml") { _, _ in
            .bytes(Sitemap(site: site).bytes, type: "application/xml; charset=utf-8")
        }
        routes.get("/health/live") { _, _ in .bytes(Array("live\n".utf8), type: "text/plain; charset=utf-8", cache: "no-store") }
        routes.get("/health/ready", ready)
    }

    /// 503 while the index and the database differ, or the database does not answer in time: a reverse proxy then asks another node.
    private func ready(_ request: Request, _ context: PortalContext) async throws -> Response {
        let catalogue = site.services.catalogue.current
        var isReady = true
        var lines = ["programs \(catalogue.programCount)"]
        if let checkHealth = site.services.checkHealth {
            let health = try await answer(of: checkHealth, context)
            isReady = health.isReady
            lines += ["published \(health.publishedPrograms)", "change \(health.appliedChange) of \(health.latestChange)"]
        }
        let text = ([isReady ? "ready" : "not ready"] + lines).joined(separator: "\n") + "\n"
        return .bytes(
            Array(text.utf8), type: "text/plain; charset=utf-8", status: isReady ? .ok : .serviceUnavailable, cache: "no-store")
    }

    /// - Throws: `PortalError.unavailable` whatever the database's trouble is: the proxy wants to know now, not when it is over.
    private func answer(of checkHealth: CheckHealth, _ context: PortalContext) async throws -> Health {
        do {
            if let health = try await within(Self.patience, { try await checkHealth() }) { return health }
            context.logger.warning("The database does not answer in time")
        } catch {
            context.logger.warning("The database does not answer", metadata: ["error": "\(error)"])
        }
        throw PortalError.unavailable(seconds: 10)
    }

    /// A database that takes longer is of no use to a page either.
    private static let patience = Duration.seconds(5)

    /// The name changes with the content, so a browser may keep it for ever.
    private func asset(_ request: Request, _ context: PortalContext) throws -> Response {
        guard let asset = site.assets.at(path: request.uri.path) else { throw PortalError.notFound }
        let packed = Compression.accepts(request) ? asset.gzip : nil
        var response = Response.bytes(packed ?? asset.bytes, type: asset.contentType, cache: "public, max-age=31536000, immutable")
        if packed != nil { response.headers[.contentEncoding] = "gzip" }
        return response
    }
}
