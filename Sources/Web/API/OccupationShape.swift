import Domain
import Portal

/// An occupation as JSON, with the figures published for a place: each says which place it is really of, and where it comes from.
struct OccupationShape {
    let view: View
    let labourMarket: LabourMarketInformation
    let region: Region.ID?

    func occupation(_ occupation: Occupation) -> JSONValue {
        let code = occupation.code
        return .object([
            ("code", .string(code.rawValue)), ("title", .string(occupation.title.text(view.language))), ("teer", .integer(code.teer)),
            ("url", .string(view.site.services.settings.baseURL + view.links.occupation(code))), ("region", place(region)),
            ("outlooks", .array([nearby(code), national(code)].compactMap(\.self))),
            ("wages", labourMarket.wage(code, near: region).map(wage)),
            (
                "demand",
                .array(
                    Demand.Measure.allCases.compactMap { measure in labourMarket.demand(code, measure, near: region).map(demand) })
            ),
        ])
    }

    private func nearby(_ code: OccupationCode) -> JSONValue? {
        labourMarket.regionalOutlook(code, near: region).map { published in
            outlook(published.figure.value.rawValue, published.figure.horizon, published.region, source: "outlooks")
        }
    }

    private func national(_ code: OccupationCode) -> JSONValue? {
        labourMarket.outlook(code).map { outlook($0.value.rawValue, $0.horizon, $0.region, source: "cops") }
    }

    private func outlook(_ value: String, _ horizon: ClosedRange<Int>, _ region: Region.ID?, source: String) -> JSONValue {
        .object([
            ("value", .string(value)), ("from", .integer(horizon.lowerBound)), ("to", .integer(horizon.upperBound)),
            ("region", place(region)), ("source", self.source(source)),
        ])
    }

    private func wage(_ published: Published<Wage>) -> JSONValue {
        let wage = published.figure
        func dollars(_ amount: Money?) -> JSONValue? { amount.map { .number(Double($0.cents) / 100) } }
        return .object([
            ("unit", .string(wage.unit.rawValue)), ("low", dollars(wage.low)), ("median", dollars(wage.median)),
            ("high", dollars(wage.high)),
            ("period", .string(wage.period)), ("region", place(published.region)), ("source", source("wages")),
        ])
    }

    private func demand(_ published: Published<Demand>) -> JSONValue {
        let demand = published.figure
        return .object([
            ("measure", .string(demand.measure.rawValue)), ("count", .integer(demand.count)),
            (
                "periods",
                .array(
                    demand.periods.map {
                        .object([("start", .string($0.start.description)), ("count", $0.count.map(JSONValue.integer))])
                    })
            ),
            ("region", place(published.region)), ("source", source(demand.measure.rawValue)),
        ])
    }

    private func place(_ region: Region.ID?) -> JSONValue {
        .object([("id", .string(RegionChoice.parameter(region))), ("name", .string(view.placeName(region, labourMarket)))])
    }

    private func source(_ key: String) -> JSONValue? {
        labourMarket.source(key).map {
            .object([
                ("publisher", .string($0.publisher.text(view.language))), ("title", .string($0.title.text(view.language))),
                ("asOf", .string($0.asOf.description)), ("licence", .string($0.licence.text(view.language))), ("url", .string($0.url)),
            ])
        }
    }
}
