import Domain
import HTML
import Hummingbird
import Portal

/// What operators gave the portal to look like: the picture beside its name, its colours, its words at the foot.
struct Look {
    let view: View

    private var portal: OperatedPortal { view.site.services.settings.operated.current }

    /// `nil` where the portal has its own colours.
    var sheet: AccentSheet? { AccentSheet(portal.branding) }

    func writeMark(_ h: inout HTMLWriter) {
        guard let logo = portal.branding.logo, portal.logo != nil else { return h.raw(Layout.mark) }
        h.void("img", .class("brand-logo"), .src("/look/\(logo.key)/logo"), Attribute("alt", ""), Attribute("height", "32"))
    }

    func writeFooter(_ h: inout HTMLWriter) {
        guard let text = portal.branding.footer.resolved(view.language) else { return }
        for line in text.text.split(whereSeparator: \.isNewline) {
            h.element("p", .class("footer-words"), .lang(view.lang(text.language)), text: String(line))
        }
    }
}

/// The accent colours as a style sheet: the same properties as the portal's own sheet has, with other values.
struct AccentSheet {
    private let light: Colour
    private let dark: Colour
    /// `:root` for the page.
    var scope = ":root"

    /// The portal's own, as the sheet has them.
    static let standard: [ColourScheme: Colour] = [
        .light: Colour(red: 0x0F, green: 0x4C, blue: 0x45), .dark: Colour(red: 0x93, green: 0xD6, blue: 0xC7),
    ]

    init?(_ branding: Branding) {
        guard branding[.light] != nil || branding[.dark] != nil else { return nil }
        self.init(light: branding[.light] ?? Self.standard[.light]!, dark: branding[.dark] ?? Self.standard[.dark]!)
    }

    init(light: Colour, dark: Colour) {
        self.light = light
        self.dark = dark
    }

    /// Changes with what is in it.
    var path: String { "/look/\(key)/accent.css" }

    private var key: String { "\(light)-\(dark)".filter { $0 != "#" } }

    /// The colours that the `{key}` of a path stands for. The sheet is made of the path alone, so that it may be kept for ever.
    init?(key: some StringProtocol) {
        let parts = key.split(separator: "-")
        guard parts.count == 2, let light = Colour(String(parts[0])), let dark = Colour(String(parts[1])) else { return nil }
        self.init(light: light, dark: dark)
    }

    var text: String {
        // A button one points at: further from what stands on it, so that it never reads worse.
        let strong = (light.mixed(with: .black, share: 0.25), dark.mixed(with: .white, share: 0.3))
        return """
            \(scope) { --pine: light-dark(\(light), \(dark)); --pine-strong: light-dark(\(strong.0), \(strong.1)); }

            """
    }
}

/// The picture and the colours over HTTP, from the portal's own address and with a policy that lets neither do anything.
struct LookController {
    let site: Site

    func addRoutes(to routes: PortalRoutes) {
        routes.get("/look/{key}/logo") { _, context in try logo(context) }
        routes.get("/look/{key}/accent.css") { _, context in try accent(context, scope: ":root") }
        routes.get("/look/{key}/preview.css") { _, context in try accent(context, scope: ".look-preview") }
    }

    private func logo(_ context: PortalContext) throws -> Response {
        let portal = site.services.settings.operated.current
        guard let logo = portal.branding.logo, let bytes = portal.logo, context.parameters.get("key") == logo.key else {
            throw PortalError.notFound
        }
        var response = Response.bytes(bytes, type: logo.type, cache: Self.forEver)
        response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'; sandbox"
        return response
    }

    private func accent(_ context: PortalContext, scope: String) throws -> Response {
        guard var sheet = AccentSheet(key: context.parameters.get("key") ?? "") else { throw PortalError.notFound }
        sheet.scope = scope
        return .bytes(Array(sheet.text.utf8), type: "text/css; charset=utf-8", cache: Self.forEver)
    }

    private static let forEver = "public, max-age=31536000, immutable"
}

extension Site {
    /// The language a newcomer is shown first, of those that are on.
    func spokenLanguage(preferredBy request: Request) -> Language {
        RequestLanguage.preferred(by: request, among: services.settings.languages, first: services.settings.firstLanguage)
    }
}
