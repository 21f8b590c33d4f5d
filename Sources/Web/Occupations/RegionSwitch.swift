import Domain
import HTML

/// The choice of the place that figures are shown for: a plain form that leads back to the same page.
struct RegionSwitch {
    let view: View
    let labourMarket: LabourMarketInformation
    /// Those the page speaks of.
    let occupations: [OccupationCode]
    /// The page's own address, without query.
    let action: String
    /// What else the page's address says.
    var fields: [(name: String, value: String?)] = []

    /// Writes nothing where no figure would change.
    func write(_ h: inout HTMLWriter) {
        guard occupations.contains(where: labourMarket.hasRegionalFigures) else { return }
        h.element("form", .class("region-switch no-print"), .action(action), Attribute("method", "get")) { h in
            for case (let name, let value?) in fields { h.void("input", .type("hidden"), .name(name), .value(value)) }
            h.element("label", .for("region"), text: view.t("lmi.region"))
            h.element("div", .class("job-row")) { h in
                h.element("select", .id("region"), .name("region")) { h in
                    option(nil, &h)
                    for province in labourMarket.provinces {
                        option(province.id, &h)
                        for region in regions(of: province.id) { option(region.id, &h) }
                    }
                }
                h.element("button", .class("button secondary"), .type("submit"), text: view.t("lmi.showRegion"))
            }
        }
    }

    private func regions(of province: Region.ID) -> [Region] { labourMarket.regions.filter { $0.id.province == province } }

    private func option(_ region: Region.ID?, _ h: inout HTMLWriter) {
        h.element(
            "option", .value(RegionChoice.parameter(region)), .flag("selected", if: region == view.region(labourMarket).region),
            text: view.placeName(region, labourMarket))
    }
}
