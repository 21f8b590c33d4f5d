import Domain
import HTML

/// Where an outlook stands among the five that are possible: steps drawn by the server, the one that holds taller than the others.
struct OutlookScale {
    let view: View
    let published: Published<RegionalOutlook>
    let id: String
    let place: String

    func write(_ h: inout HTMLWriter) {
        let t = view.t
        let worstFirst = RegionalOutlook.Value.allCases.sorted { $0.score < $1.score }
        h.element("figure", .class("figure")) { h in
            h.element(
                "svg", .class("scale"), .role("img"), Attribute("width", "100%"), Attribute("height", "56"),
                Attribute("aria-labelledby", "\(id)-title \(id)-desc")
            ) { h in
                h.element("title", .id("\(id)-title"), text: t("lmi.outlook.scale", ["place": place]))
                h.element("desc", .id("\(id)-desc"), text: t("lmi.outlook.value.\(published.figure.value.rawValue)"))
                for (index, value) in worstFirst.enumerated() { step(index, isOn: value == published.figure.value, &h) }
                h.element(
                    "text", .class("bar-text"), Attribute("x", "0"), Attribute("y", "50"), text: t("lmi.outlook.value.very-limited"))
                h.element(
                    "text", .class("bar-text"), Attribute("x", "100%"), Attribute("y", "50"), Attribute("text-anchor", "end"),
                    text: t("lmi.outlook.value.very-good"))
            }
        }
    }

    private func step(_ index: Int, isOn: Bool, _ h: inout HTMLWriter) {
        h.element(
            "rect", .class(isOn ? "bar-a" : "step"), Attribute("x", "\(index * 20 + (index == 0 ? 0 : 1))%"),
            Attribute("y", isOn ? "2" : "12"), Attribute("width", index == 0 ? "20%" : "19%"), Attribute("height", isOn ? "28" : "18"),
            Attribute("rx", "4")
        ) { _ in }
    }
}
