import Domain
import HTML
import Matching
import Portal

/// What each reason adds to a recommendation's score: only where the setting `debug.scores` asks for it.
struct ScoreTable {
    let view: View

    func write(_ recommendation: Recommendation, _ h: inout HTMLWriter) {
        guard view.site.services.settings.showsScores else { return }
        let t = view.t
        h.element("div", .class("table-scroll score-table")) { h in
            h.element("table") { h in
                h.element("caption", text: t("scores.caption", ["score": Self.number(recommendation.score)]))
                h.element("thead") { h in
                    h.element("tr") { h in
                        for key in ["scores.reason", "scores.value", "scores.weight"] {
                            h.element("th", Attribute("scope", "col"), text: t(key))
                        }
                    }
                }
                h.element("tbody") { h in
                    for reason in recommendation.reasons {
                        row(reason.kind.name, Self.number(reason.value), Self.number(reason.weight), &h)
                    }
                    let sum = recommendation.reasons.reduce(0) { $0 + $1.weight }
                    // Taken off for missing dates, an old page, a weak outlook, a title like the one above.
                    row(t("scores.takenOff"), "", Self.number(recommendation.score - sum), &h)
                }
            }
        }
    }

    private func row(_ name: String, _ value: String, _ weight: String, _ h: inout HTMLWriter) {
        h.element("tr") { h in
            h.element("th", Attribute("scope", "row"), text: name)
            h.element("td", .class("number"), text: value)
            h.element("td", .class("number"), text: weight)
        }
    }

    /// Three decimals, with a point: these are for engineers.
    private static func number(_ value: Double) -> String {
        let thousandths = Int((abs(value) * 1000).rounded())
        let decimals = String(thousandths % 1000 + 1000).dropFirst()
        return (value < 0 && thousandths > 0 ? "-" : "") + "\(thousandths / 1000).\(decimals)"
    }
}
