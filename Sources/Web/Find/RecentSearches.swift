import HTML

/// The place where a script shows the searches made on this device. Without scripts, or without searches, it is not there.
struct RecentSearches {
    static let script = "recent-searches.js"

    let view: View

    private var t: Texts.Reader { view.t }

    /// What a search is remembered by: its words, then its filters.
    static func label(_ words: String, filters: [String]) -> String {
        ([words] + filters).filter { !$0.isEmpty }.joined(separator: " · ")
    }

    func write(_ h: inout HTMLWriter) {
        h.element("section", .class("recent no-print"), .flag("data-recent"), .flag("hidden"), Attribute("aria-labelledby", "recent-title"))
        { h in
            h.element("h2", .id("recent-title"), text: t("recent.title"))
            h.element("div", .flag("data-recent-kept")) { h in
                h.element("ul", .class("tag-list"), .flag("data-recent-list")) { _ in }
                h.element("p", .class("recent-actions")) { h in
                    h.element("button", .type("button"), .class("quiet-button"), .flag("data-recent-clear"), text: t("recent.clear"))
                    h.element("button", .type("button"), .class("quiet-button"), .flag("data-recent-off"), text: t("recent.off"))
                }
            }
            h.element("p", .class("recent-actions"), .flag("data-recent-none"), .flag("hidden")) { h in
                h.element("span", text: t("recent.isOff"))
                h.element("button", .type("button"), .class("quiet-button"), .flag("data-recent-on"), text: t("recent.on"))
            }
        }
    }
}
