package import Domain
import Foundation
package import Portal

/// What every page needs: the portal's services, its texts and its assets. Made once, shared by all requests; a class, because every part of a
/// page holds it, and services are many to copy.
package final class Site: Sendable {
    package let services: PortalServices
    package let texts: Texts
    package let assets: Assets
    package let pageMemory = PageMemory()
    /// The API's description, served as it is.
    package let openAPI: [UInt8]

    package init(services: PortalServices) throws {
        self.services = services
        texts = try Texts(bundle: .module)
        assets = try Assets(bundle: .module)
        openAPI = Array(try Data(contentsOf: Bundle.module.bundleURL.appending(path: "Resources/openapi.yaml")))
    }

    /// The portal in one language, as a view sees it.
    package func view(_ language: Language) -> View { View(site: self, language: language) }
}

/// One language's texts, formats and links, handed to every view.
package struct View: Sendable {
    package let site: Site
    package let language: Language
    package let t: Texts.Reader
    package let links: Links

    /// - Parameter region: the place chosen for labour-market figures, which links keep.
    init(site: Site, language: Language, region: String? = nil) {
        self.site = site
        self.language = language
        t = site.texts(language)
        links = Links(language, region: region)
    }

    package var format: Formatting { t.format }
    package var portalName: String { site.services.settings.name.text(language) }

    /// A text that is data, with the spaces its language wants.
    package func written(_ text: LocalizedText) -> String {
        guard let (text, language) = text.resolved(language) else { return "" }
        return language == .fr ? FrenchTypography.spaced(text) : text
    }

    /// `lang` for a text that is not in the page's language, else nothing.
    package func lang(_ other: Language) -> String? { other == language ? nil : other.rawValue }
}
