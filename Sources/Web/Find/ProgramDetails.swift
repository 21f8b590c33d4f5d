import Domain
import HTML
import Matching

/// The summary table: what is certified, by whom, how one is assessed, what help there is.
struct ProgramDetails {
    let view: View
    let catalogue: Catalogue
    let program: Program

    private var t: Texts.Reader { view.t }

    func write(_ h: inout HTMLWriter) {
        h.element("h2", text: t("program.details"))
        h.element("table") { h in
            h.element("tbody") { h in
                for row in rows {
                    h.element("tr") { h in
                        h.element("th", Attribute("scope", "row"), text: t(row.key))
                        h.element("td", .lang(view.lang(row.language)), text: row.text)
                    }
                }
            }
        }
    }

    private typealias Row = (key: String, text: String, language: Language)

    private var rows: [Row] {
        var rows: [Row] = []
        func add(_ key: String, _ text: String?) { if let text, !text.isEmpty { rows.append((key, text, view.language)) } }
        func add(_ key: String, _ text: LocalizedText) {
            if let resolved = text.resolved(view.language) { rows.append((key, resolved.text, resolved.language)) }
        }
        let institution = catalogue.institutions[program.institution]
        add("program.detail.issuer", institution?.name ?? LocalizedText())
        add("program.detail.kind", institution.map { t("facet.institution-kind.\($0.kind.rawValue)") })
        add("program.detail.department", program.department)
        add("program.detail.credential", t("program.credential.\(program.credential.rawValue)"))
        add("program.detail.assessment", program.assessment)
        add("program.detail.practice", practice)
        add("program.detail.supports", supports)
        add("program.detail.reference", program.reference)
        add("program.detail.cip", program.cipCode)
        return rows
    }

    private var practice: String? {
        let parts = [
            program.isWorkIntegrated ? t("facet.feature.work-integrated") : nil, program.isHandsOn ? t("facet.feature.hands-on") : nil,
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private var supports: String? {
        let names = Support.allCases.filter(program.supports.contains).map { t("facet.support.\($0.rawValue)") }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
