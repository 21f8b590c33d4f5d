import Domain
import HTML
import Matching
import Portal

/// The meters of a program: how much of it is told, and in which languages.
struct ProgramMeters {
    let view: View
    let program: Program
    let institution: Institution?
    let today: CalendarDate

    private var t: Texts.Reader { view.t }

    func write(_ h: inout HTMLWriter) {
        let meter = ProgramMeter(program, institution: institution, on: today)
        h.element("section", .class("meter-card"), Attribute("aria-labelledby", "meter")) { h in
            h.element("h2", .id("meter"), text: t("programs.meter.title"))
            Self.bar(meter.share, label: t("programs.meter.title"), view, &h)
            next(meter, &h)
            h.element("h3", text: t("programs.meter.ofSummary"))
            parts(ProgramMeter.Part.ofSummary, meter, &h)
            h.element("h3", text: t("programs.meter.ofRest"))
            parts(ProgramMeter.Part.allCases.filter { !ProgramMeter.Part.ofSummary.contains($0) }, meter, &h)
        }
        parity(&h)
    }

    /// What to add next: the first that is missing, in the order of the meter.
    private func next(_ meter: ProgramMeter, _ h: inout HTMLWriter) {
        guard let part = meter.missing.first else { return h.element("p", text: t("programs.meter.whole")) }
        h.element("p") { h in
            h.element("strong", text: t("programs.meter.next") + " ")
            h.text(t("programs.meter.advice.\(part.rawValue)"))
        }
    }

    private func parts(_ parts: [ProgramMeter.Part], _ meter: ProgramMeter, _ h: inout HTMLWriter) {
        h.element("ul", .class("meter-parts")) { h in
            for part in parts {
                let isMissing = meter.missing.contains(part)
                h.element("li", .class(isMissing ? "is-missing" : "is-there")) { h in
                    h.text(t("programs.meter.part.\(part.rawValue)"))
                    h.element(
                        "span", .class("visually-hidden"), text: " – " + t(isMissing ? "programs.meter.missing" : "programs.meter.there"))
                }
            }
        }
    }

    private func parity(_ h: inout HTMLWriter) {
        let parity = LanguageParity(program)
        let names = ProgramFieldText(view: view, catalogue: view.site.services.catalogue.current)
        h.element("section", .class("meter-card"), Attribute("aria-labelledby", "parity")) { h in
            h.element("h2", .id("parity"), text: t("programs.parity.title"))
            for language in Language.allCases {
                h.element("h3", text: t("programs.parity.\(language.rawValue)"))
                Self.bar(parity.share(language), label: t("programs.parity.\(language.rawValue)"), view, &h)
                let missing = parity.lacking(in: language)
                if !missing.isEmpty {
                    var seen: Set<ProgramField> = []
                    let fields = missing.filter { seen.insert($0).inserted }.map { names.name($0) }
                    h.element("p", .class("small"), text: t("programs.parity.missing", ["fields": fields.joined(separator: ", ")]))
                }
            }
            if parity.isWhole { h.element("p", text: t("programs.parity.whole")) }
        }
    }

    /// A bar with its share in figures: never the bar alone.
    static func bar(_ share: Double, label: String, _ view: View, _ h: inout HTMLWriter) {
        h.element("span", .class("meter")) { h in
            h.element(
                "meter", Attribute("min", "0"), Attribute("max", "100"), .value(String(Int((share * 100).rounded()))),
                Attribute("aria-label", label), text: "")
            h.element("span", .class("meter-figure"), text: view.format.percent((share * 100).rounded() / 100))
        }
    }
}

extension View {
    /// The state of a program as a mark: its word, and a shade beside it.
    func writeState(_ state: Program.State, hasDraft: Bool, _ h: inout HTMLWriter) {
        h.element("span", .class("mark-pill state-\(state.rawValue)"), text: t("programs.state.\(state.rawValue)"))
        if hasDraft { h.element("span", .class("mark-pill state-beside"), text: t("programs.hasDraft")) }
    }
}
