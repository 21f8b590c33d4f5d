import Domain
import Matching

/// What a comparison says of its programs: the facts that decide, then what they teach and where they lead.
struct ComparedRows {
    struct Line: Hashable {
        let text: String
        let language: Language
        var link: String?
    }

    struct Row {
        let key: String
        /// One for each program, in their order. Empty where nothing is known.
        let cells: [[Line]]

        /// Order does not make a difference: the same skills named in another order are the same skills.
        var differs: Bool { Set(cells.map(Set.init)).count > 1 }
    }

    let view: View
    let catalogue: Catalogue
    let programs: [Program]

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }

    /// Without the rows in which nothing is known of any program.
    var rows: [Row] {
        let rows =
            [Row(key: "compare.institution", cells: programs.map { [institution($0)] })] + facts + [
                row("compare.credential") { [plain(t("program.credential.\($0.credential.rawValue)"))] },
                row("program.occupations") { $0.occupations.map(occupation) },
                row("program.skills") { $0.skills.map { plain(labels.skill($0)) } },
                row("program.technologies") { program in
                    program.technologies.map { id in
                        let name = labels.technology(id)
                        return Line(text: name.text, language: name.language)
                    }
                },
                row("program.detail.assessment") { text($0.assessment) },
                row("program.detail.practice") { practice($0).map(plain) },
                row("program.detail.supports") { program in
                    Support.allCases.filter(program.supports.contains).map { plain(t("facet.support.\($0.rawValue)")) }
                },
                row("program.endorsements") { $0.endorsements.map { plain($0.name) } },
                row("compare.confirmed") { $0.lastConfirmed.map { [plain(view.format.date($0))] } ?? [] },
            ]
        return rows.filter { $0.cells.contains { !$0.isEmpty } }
    }

    private func row(_ key: String, _ cell: (Program) -> [Line]) -> Row { Row(key: key, cells: programs.map(cell)) }

    /// The rows of the programs' cards, side by side. A fact that one of them lacks stays a row for the others.
    private var facts: [Row] {
        let cards = programs.map { DecisionFacts(view: view, program: $0, today: catalogue.today).rows }
        var keys: [String] = []
        for key in cards.joined().map(\.key) where !keys.contains(key) { keys.append(key) }
        let order = DecisionFacts.keys
        return keys.sorted { order.firstIndex(of: $0) ?? 0 < order.firstIndex(of: $1) ?? 0 }.map { key in
            Row(key: key, cells: cards.map { card in (card.first { $0.key == key }?.values ?? []).map(plain) })
        }
    }

    private func plain(_ text: String) -> Line { Line(text: text, language: view.language) }

    private func text(_ text: LocalizedText) -> [Line] {
        text.resolved(view.language).map { [Line(text: $0.text, language: $0.language)] } ?? []
    }

    private func institution(_ program: Program) -> Line {
        Line(text: labels.institution(program.institution), language: view.language, link: view.links.institution(program.institution))
    }

    /// The occupation with its outlook in a few words.
    private func occupation(_ code: OccupationCode) -> Line {
        let name = labels.occupation(code)
        guard let outlook = catalogue.labourMarket.outlook(code) else { return plain(name) }
        return plain(t("compare.occupation", ["occupation": name, "outlook": t("facet.outlook.\(outlook.value.rawValue)")]))
    }

    private func practice(_ program: Program) -> [String] {
        [
            program.isWorkIntegrated ? t("facet.feature.work-integrated") : nil, program.isHandsOn ? t("facet.feature.hands-on") : nil,
        ].compactMap { $0 }
    }
}
