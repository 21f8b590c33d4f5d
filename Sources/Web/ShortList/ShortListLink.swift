import HTML

/// The way to the short list, on every page; scripts add how many programs are on it.
struct ShortListLink {
    let view: View

    private var t: Texts.Reader { view.t }

    func write(_ page: Page, _ h: inout HTMLWriter) {
        let codes = ProgramCodes(reading: page.shortList, most: ShortListRequest.most)
        h.element(
            "a", .class("short-list-link"), .href(view.links.shortList(codes)), .flag("data-short-list-link"),
            page.route == .shortList ? Attribute("aria-current", "page") : nil, Attribute("data-address", view.links.shortList()),
            Attribute("data-one", t("shortlist.count", count: 1)), Attribute("data-other", t("shortlist.countOther")),
            Attribute("data-full", t("shortlist.full"))
        ) { h in
            h.raw(Self.icon)
            h.element("span", .class("short-list-name"), text: t("layout.shortList"))
            h.element("span", .class("short-list-count"), .flag("data-count"), .flag("hidden"), Attribute("aria-hidden", "true")) { _ in }
            h.element("span", .class("visually-hidden"), .flag("data-count-text")) { _ in }
        }
    }

    /// A sheet with lines and a tick.
    private static let icon = SafeHTML(
        """
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false"><path d="M4 6h12M4 12h8M4 18h6M14 17l3 3 5-7" \
        fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg>
        """)
}
