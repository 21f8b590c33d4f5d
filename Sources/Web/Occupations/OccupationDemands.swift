import Domain
import HTML
import Matching

/// What an occupation asks for: its strongest skills with their levels, and the tools and technologies used in it.
struct OccupationDemands {
    let view: View
    let labourMarket: LabourMarketInformation
    let occupation: Occupation

    private static let skills = 10
    private static let technologies = 16

    private var t: Texts.Reader { view.t }

    func write(_ h: inout HTMLWriter) {
        skills(&h)
        technologies(&h)
    }

    private func skills(_ h: inout HTMLWriter) {
        let levels = (labourMarket.skillLevels[occupation.code] ?? []).filter { $0.level >= 1 }.prefix(Self.skills)
        guard !levels.isEmpty else { return }
        h.element("h2", text: t("occupation.skills"))
        h.element("ul", .class("levels")) { h in
            for level in levels {
                guard let skill = labourMarket.skill(level.skill) else { continue }
                h.element("li") { h in
                    h.element(
                        "a", .class("row-link"), .href(view.links.search(.skill, skill.id.rawValue)), text: skill.name.text(view.language))
                    dots(level.level, &h)
                }
            }
        }
        source("oasis", &h)
    }

    private func dots(_ level: Double, _ h: inout HTMLWriter) {
        let filled = Int(level.rounded())
        h.element(
            "span", .class("level-dots"), .role("img"), Attribute("aria-label", t("occupation.level", ["level": view.format.number(level)]))
        ) { h in
            for dot in 1...5 { h.element("i", .class(dot <= filled ? "on" : nil)) { _ in } }
        }
    }

    private func technologies(_ h: inout HTMLWriter) {
        let ids = (labourMarket.technologiesByOccupation[occupation.code] ?? []).prefix(Self.technologies)
        guard !ids.isEmpty else { return }
        h.element("h2", text: t("occupation.technologies"))
        h.element("ul", .class("tag-list")) { h in
            for id in ids {
                guard let technology = labourMarket.technology(id), let name = technology.name.resolved(view.language) else { continue }
                h.element("li") { h in
                    h.element("a", .class("chip"), .href(view.links.search(.technology, id.rawValue))) { h in
                        h.element("span", .lang(view.lang(name.language)), text: name.text)
                        if technology.isHot { h.element("span", .class("mark-pill"), text: t("occupation.hot")) }
                    }
                }
            }
        }
        source("onet", &h)
    }

    private func source(_ key: String, _ h: inout HTMLWriter) {
        guard let source = labourMarket.source(key) else { return }
        h.element(
            "p", .class("source"),
            text: t(
                "outlook.source",
                [
                    "publisher": view.written(source.publisher), "title": view.written(source.title),
                    "date": view.format.date(source.asOf),
                ]))
    }
}
