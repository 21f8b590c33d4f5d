package import Domain
package import HTML
import Matching
import Portal

/// schema.org descriptions for search engines, as JSON-LD. Only what is known is said: no filler values.
package struct StructuredData {
    private let view: View

    package init(view: View) { self.view = view }

    private var base: String { view.site.services.settings.baseURL }

    package func website() -> SafeHTML {
        wrap([
            ("@context", .string("https://schema.org")), ("@type", .string("WebSite")), ("name", .string(view.portalName)),
            ("url", .string(base + view.links.home)), ("inLanguage", .string("\(view.language.rawValue)-CA")),
            (
                "potentialAction",
                .object([
                    ("@type", .string("SearchAction")),
                    ("target", .string("\(base)\(view.links.search)?q={search_term_string}")),
                    ("query-input", .string("required name=search_term_string")),
                ])
            ),
        ])
    }

    /// A list of programs, in the order shown. `nil` for none: an empty list says nothing.
    package func itemList(_ programs: [Program]) -> SafeHTML? {
        guard !programs.isEmpty else { return nil }
        return wrap([
            ("@context", .string("https://schema.org")), ("@type", .string("ItemList")),
            (
                "itemListElement",
                .array(
                    programs.enumerated().map { index, program in
                        .object([
                            ("@type", .string("ListItem")), ("position", .integer(index + 1)),
                            ("url", .string(base + Links(view.language).program(program.id))),
                            ("name", .string(program.title.text(view.language))),
                        ])
                    })
            ),
        ])
    }

    package func course(_ program: Program, institution: Institution?, today: CalendarDate) -> SafeHTML {
        let upcoming = program.upcomingOfferings(on: today)
        return wrap([
            ("@context", .string("https://schema.org")), ("@type", .string("Course")),
            ("name", .string(program.title.text(view.language))),
            ("description", .text(program.description.resolved(view.language)?.text ?? program.summary.resolved(view.language)?.text)),
            ("url", .string(base + Links(view.language).program(program.id))),
            ("courseCode", .string(program.reference)),
            (
                "provider",
                institution.map {
                    .object([
                        ("@type", .string("EducationalOrganization")), ("name", .string($0.name.text(view.language))),
                        ("url", .string($0.url)),
                    ])
                }
            ),
            ("educationalCredentialAwarded", .string(view.t("program.credential.\(program.credential.rawValue)"))),
            ("timeRequired", program.hours.map { .string(Self.duration($0)) }),
            (
                "isAccessibleForFree",
                program.lowestPrice(on: today).map { .bool($0 == .free) }
            ),
            ("offers", offers(upcoming)),
            ("hasCourseInstance", upcoming.isEmpty ? nil : .array(upcoming.map { instance($0, program) })),
        ])
    }

    private func offers(_ offerings: [Offering]) -> JSONValue? {
        let prices = offerings.compactMap(\.price)
        guard !prices.isEmpty else { return nil }
        return .array(
            Set(prices).sorted().map { price in
                .object([
                    ("@type", .string("Offer")),
                    ("price", .string("\(price.cents / 100).\(price.cents % 100 < 10 ? "0" : "")\(price.cents % 100)")),
                    ("priceCurrency", .string("CAD")), ("category", .string(price == .free ? "Free" : "Paid")),
                ])
            })
    }

    private func instance(_ offering: Offering, _ program: Program) -> JSONValue {
        var end: CalendarDate?
        if case .dates(_, let last) = offering.schedule { end = last }
        let mode =
            switch offering.delivery {
            case .online, .onlineLive: "Online"
            case .inPerson, .workplace: "Onsite"
            case .hybrid: "Blended"
            }
        return .object([
            ("@type", .string("CourseInstance")), ("courseMode", .string(mode)), ("inLanguage", .string(offering.language.rawValue)),
            ("startDate", .text(offering.start?.description)), ("endDate", .text(end?.description)),
            ("courseWorkload", program.hours.map { .string(Self.duration($0)) }),
            (
                "location",
                offering.place.map {
                    .object([
                        ("@type", .string("Place")),
                        (
                            "address",
                            .object([
                                ("@type", .string("PostalAddress")), ("addressLocality", .string($0.city)),
                                ("postalCode", .text($0.postalCode)), ("addressCountry", .string("CA")),
                            ])
                        ),
                    ])
                }
            ),
        ])
    }

    /// ISO 8601: `PT7H30M`.
    private static func duration(_ hours: Double) -> String {
        let minutes = Int((hours * 60).rounded())
        return "PT\(minutes / 60)H" + (minutes % 60 == 0 ? "" : "\(minutes % 60)M")
    }

    private func wrap(_ entries: [(String, JSONValue?)]) -> SafeHTML { SafeHTML(json: JSONValue.object(entries).bytes) }
}
