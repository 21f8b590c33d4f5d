import Domain
package import HTML
import Matching
import Portal

/// The frame around every page: head, skip link, header with the language switch, footer.
package struct Layout {
    private let view: View
    private var t: Texts.Reader { view.t }

    package init(_ view: View) { self.view = view }

    package func render(_ page: Page) -> [UInt8] {
        var h = HTMLWriter()
        h.doctype()
        h.element("html", .lang(view.language.rawValue)) { h in
            h.element("head") { head(page, &$0) }
            h.element("body") { h in
                h.element("a", .class("skip-link"), .href("#main"), text: t("layout.skip"))
                if let console = page.console { ConsoleHeader(view: view, frame: console).write(page, &h) } else { header(page, &h) }
                h.element("main", .id("main"), .class(page.console == nil ? nil : "console-main"), Attribute("tabindex", "-1")) {
                    page.main(&$0)
                }
                footer(page, &h)
                shortListForm(page, &h)
            }
        }
        return h.finish()
    }

    private func head(_ page: Page, _ h: inout HTMLWriter) {
        let assets = view.site.assets
        h.void("meta", Attribute("charset", "utf-8"))
        h.void("meta", .name("viewport"), Attribute("content", "width=device-width, initial-scale=1"))
        let title = page.route == .home ? "\(view.portalName) \u{2013} \(page.title)" : "\(page.title) \u{2013} \(view.portalName)"
        h.element("title", text: title)
        if let description = page.description {
            h.void("meta", .name("description"), Attribute("content", description))
        }
        if !page.isIndexed { h.void("meta", .name("robots"), Attribute("content", "noindex")) }
        if let refresh = page.refresh {
            // With JavaScript the page looks again in place, and nobody loses their place in it.
            h.element("noscript") { $0.void("meta", Attribute("http-equiv", "refresh"), Attribute("content", String(refresh))) }
        }
        h.void("meta", .name("color-scheme"), Attribute("content", "light dark"))
        h.void("meta", .name("theme-color"), Attribute("content", "#fbf9f4"), Attribute("media", "(prefers-color-scheme: light)"))
        h.void("meta", .name("theme-color"), Attribute("content", "#101614"), Attribute("media", "(prefers-color-scheme: dark)"))
        h.void("link", Attribute("rel", "canonical"), .href(absolute(page, view.language)))
        for language in view.site.services.settings.languages {
            h.void(
                "link", Attribute("rel", "alternate"), Attribute("hreflang", "\(language.rawValue)-CA"),
                .href(absolute(page, language)))
        }
        h.void("link", Attribute("rel", "icon"), .href(assets.path("mark.svg")), .type("image/svg+xml"))
        h.void("link", Attribute("rel", "apple-touch-icon"), .href(assets.path("touch-icon.png")))
        h.void("link", Attribute("rel", "stylesheet"), .href(assets.path("tremplin.css")))
        if let sheet = look.sheet { h.void("link", Attribute("rel", "stylesheet"), .href(sheet.path)) }
        if let feed = page.feed {
            h.void(
                "link", Attribute("rel", "alternate"), .type("application/atom+xml"), Attribute("title", feed.title),
                .href(view.site.services.settings.baseURL + feed.address))
        }
        for script in ["tremplin.js", "short-list.js"] + page.modules {
            h.element("script", .type("module"), .src(assets.path(script))) { _ in }
        }
        h.void("meta", Attribute("property", "og:title"), Attribute("content", page.title))
        h.void("meta", Attribute("property", "og:site_name"), Attribute("content", view.portalName))
        if let description = page.description {
            h.void("meta", Attribute("property", "og:description"), Attribute("content", description))
        }
        for data in page.structuredData {
            h.element("script", .type("application/ld+json")) { $0.raw(data) }
        }
    }

    private func header(_ page: Page, _ h: inout HTMLWriter) {
        h.element("header", .class("site-header")) { h in
            h.element("div", .class("site-header-inner")) { h in
                h.element("a", .class("brand"), .href(view.links.home)) { h in
                    look.writeMark(&h)
                    h.element("span", text: view.portalName)
                }
                h.element("nav", .class("site-nav"), Attribute("aria-label", t("layout.nav"))) { h in
                    h.element("ul") { h in
                        for item in navigation {
                            h.element("li") { h in
                                h.element(
                                    "a", .href(item.link),
                                    item.route == page.route ? Attribute("aria-current", "page") : nil, text: t(item.key))
                            }
                        }
                    }
                }
                ShortListLink(view: view).write(page, &h)
                languageSwitch(page, &h)
            }
        }
    }

    /// The same page in the other language.
    func languageSwitch(_ page: Page, _ h: inout HTMLWriter) {
        let other = view.language.other
        guard page.route.isBehindSignIn || view.site.services.settings.languages.contains(other) else { return }
        h.element(
            "a", .class("language-switch"), .href(Links(other).path(page.route, id: page.otherID ?? page.id) + page.query),
            .lang(other.rawValue), Attribute("hreflang", "\(other.rawValue)-CA"), text: t("layout.otherLanguage"))
    }

    private var navigation: [(route: PageRoute, link: String, key: String)] {
        [
            (.search, view.links.search, "layout.programs"),
            (.occupations, view.links.occupations, "layout.occupations"),
            (.employers, view.links.employers, "layout.employers"),
            (.institutions, view.links.institutions, "layout.institutions"),
        ]
    }

    private func footer(_ page: Page, _ h: inout HTMLWriter) {
        h.element("footer", .class("site-footer")) { h in
            h.element("div", .class("site-footer-inner")) { h in
                h.element("nav", Attribute("aria-label", t("layout.footerNav"))) { h in
                    h.element("ul") { h in
                        for (link, text) in footerLinks(page) {
                            h.element("li") { $0.element("a", .href(link), text: text) }
                        }
                    }
                }
                if view.site.services.catalogue.current.institutions.values.contains(where: \.isDemonstration) {
                    h.element("p", .class("demo-note"), text: t("layout.demo"))
                }
                look.writeFooter(&h)
                h.element("p", .class("colophon"), text: t("layout.colophon"))
            }
        }
    }

    private func footerLinks(_ page: Page) -> [(link: String, text: String)] {
        var links = [
            (view.links.aboutData, t("layout.aboutData")), (view.links.labourMarket, t("layout.labourMarket")),
            (view.links.accessibility, t("layout.accessibility")), (view.links.privacy, t("layout.privacy")),
            (view.links.path(.terms), t("layout.terms")),
        ]
        let portal = view.site.services.settings.operated.current
        for key in portal.furtherPages {
            guard let text = portal.page(key, view.language) else { continue }
            links.append((view.links.path(.portalPage, id: key), text.title))
        }
        let isOpen = view.site.services.accounts != nil && page.console == nil
        return !isOpen ? links : links + [(view.links.path(.signIn), t("layout.signIn"))]
    }

    private var look: Look { Look(view: view) }

    /// The address search engines should keep. Without the query where it is only a state of the page; recommendations are nothing
    /// without their question.
    private func absolute(_ page: Page, _ language: Language) -> String {
        let keepsQuery =
            switch page.route {
            case .recommendations, .employerSearch: true
            // The place whose figures are shown: the page is the same.
            case .occupation, .careerMove, .program: false
            default: page.isIndexed
            }
        let id = language == view.language ? page.id : page.otherID ?? page.id
        return view.site.services.settings.baseURL + Links(language).path(page.route, id: id) + (keepsQuery ? page.query : "")
    }

    /// What every "short list" button of the page belongs to.
    private func shortListForm(_ page: Page, _ h: inout HTMLWriter) {
        h.element("form", .id(SaveButton.form), .action(view.links.shortList()), Attribute("method", "get"), .flag("hidden")) { h in
            if !page.shortList.isEmpty { h.void("input", .type("hidden"), .name("ids"), .value(page.shortList)) }
        }
    }

    /// The springboard: a flat line and the arc that leaves it.
    package static let mark = SafeHTML(
        """
        <svg class="mark" viewBox="0 0 48 32" width="42" height="28" aria-hidden="true" focusable="false">\
        <path d="M2 27h20c11 0 16-9 24-24" fill="none" stroke="currentColor" stroke-width="4.5" stroke-linecap="round"/></svg>
        """)
}
