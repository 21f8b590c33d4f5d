package import Domain
import Portal

/// Which place's figures the reader wants to see. It is in the address (`region=3590`, `35` or `canada`) and goes along from page to page.
package struct RegionChoice: Sendable {
    /// `nil` for the whole country.
    package let region: Region.ID?
    /// What links keep; `nil` where nothing was chosen, or what would be shown anyway.
    package let parameter: String?

    private static let country = "canada"

    /// - Parameter text: as it came with the request. What means no place is as good as nothing.
    /// - Parameter chosenHome: whose figures the portal shows first, where its operators chose.
    package init(_ text: String?, _ labourMarket: LabourMarketInformation, home chosenHome: Region.ID? = nil) {
        let home = chosenHome.flatMap { labourMarket.region($0)?.id } ?? labourMarket.homeProvince
        let chosen: Region.ID?? =
            switch text ?? "" {
            case Self.country: .some(nil)
            case let id where labourMarket.region(Region.ID(id)) != nil: Region.ID(id)
            default: nil
            }
        region = chosen ?? home
        parameter = region == home ? nil : Self.parameter(region)
    }

    /// The value that stands for a place in addresses.
    package static func parameter(_ region: Region.ID?) -> String { region?.rawValue ?? country }
}

extension View {
    /// The same view, whose links to pages with regional figures keep the reader's choice.
    func showing(region text: String, _ labourMarket: LabourMarketInformation) -> View {
        View(site: site, language: language, region: RegionChoice(text, labourMarket, home: home).parameter)
    }

    func region(_ labourMarket: LabourMarketInformation) -> RegionChoice { RegionChoice(links.region, labourMarket, home: home) }

    private var home: Region.ID? { site.services.settings.operated.current.choices.region }

    /// The name of a place that figures are published for.
    func placeName(_ region: Region.ID?, _ labourMarket: LabourMarketInformation) -> String {
        guard let region else { return t("lmi.canada") }
        return labourMarket.region(region)?.name.text(language) ?? region.rawValue
    }

    /// Whether the reader sees another place than asked for, in a sentence; writes nothing otherwise.
    func widerPlaceNote<Figure>(_ published: Published<Figure>, _ labourMarket: LabourMarketInformation) -> String? {
        guard published.isForWiderPlace else { return nil }
        return t(
            "lmi.wider",
            ["asked": placeName(published.asked, labourMarket), "place": placeName(published.region, labourMarket)])
    }

    /// Publisher, title and day of a source, if it is loaded.
    func sourceSentence(_ key: String, _ labourMarket: LabourMarketInformation) -> String? {
        labourMarket.source(key).map {
            t(
                "outlook.source",
                ["publisher": $0.publisher.text(language), "title": $0.title.text(language), "date": format.date($0.asOf)])
        }
    }
}
