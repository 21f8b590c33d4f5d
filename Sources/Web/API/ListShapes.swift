import Domain
import Matching
import Portal

/// The JSON of ready-made lists.
struct ListShapes {
    let view: View
    let catalogue: Catalogue

    private var base: String { view.site.services.settings.baseURL }

    func brief(_ list: ProgramList) -> JSONValue { .object(head(list)) }

    func whole(_ list: ProgramList) -> JSONValue {
        let rule = list.list.rule
        let programs = APIShapes(view: view, catalogue: catalogue)
        return .object(
            head(list) + [
                (
                    "rule",
                    .object([
                        ("basis", .string(list.list.basis.rawValue)),
                        (
                            "search",
                            list.list.basis == .search
                                ? .string(base + ListWords(view: view, catalogue: catalogue).search(list.list)) : nil
                        ),
                        ("industries", .strings(rule.industries.map(\.rawValue))), ("acceptsInferred", .bool(rule.acceptsInferred)),
                        ("minimumOutlook", .string(rule.minimumOutlook.rawValue)),
                        ("minimumCompleteness", .number(rule.minimumCompleteness)), ("revised", .string(list.list.revised.description)),
                    ])
                ),
                (
                    "programs",
                    .array(
                        list.entries.compactMap { entry in
                            catalogue.program(entry.program).map { program in
                                .object([
                                    ("program", programs.brief(program)), ("origin", .string(entry.origin.rawValue)),
                                    ("outlook", .text(entry.outlook?.rawValue)), ("completeness", .number(entry.completeness)),
                                ])
                            }
                        })
                ),
            ])
    }

    private func head(_ list: ProgramList) -> [(String, JSONValue?)] {
        let curated = list.list
        let slug = curated.slug.text(view.language)
        return [
            ("id", .string(curated.slug.text(.en))), ("title", .string(curated.title.text(view.language))),
            ("introduction", .string(curated.forLearners.text(view.language))), ("total", .integer(list.total)),
            ("url", .string(base + view.links.list(slug))), ("feed", .string(base + view.links.listFeed(slug))),
        ]
    }
}
