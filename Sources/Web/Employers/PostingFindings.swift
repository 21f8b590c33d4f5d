import Domain
import HTML
import Matching
import Portal

/// What was read, each with the sentence it comes from and a box to untick; which occupation is meant; what else is asked for.
struct PostingFindings {
    let view: View
    let catalogue: Catalogue
    let form: PostingForm
    let answer: ReadPosting.Answer
    let unknown: [String]

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }
    private var reading: PostingReading { answer.reading }
    /// Asked for by the reader, not by the text.
    private var added: [PostingNeed] {
        let read = Set(reading.findings.map(\.target))
        return answer.coverage.needs.filter { !read.contains($0.target) }
    }

    func write(_ h: inout HTMLWriter) {
        h.element("form", .class("posting-read"), .id("read"), .action(view.links.path(.posting) + "#read"), Attribute("method", "post")) {
            h in
            h.element("h2", text: t("posting.read.title"))
            occupation(&h)
            for role in [PostingRole.required, .mentioned, .preferred] { group(role, &h) }
            if !added.isEmpty { addedGroup(&h) }
            more(&h)
            h.element("p") { $0.element("button", .class("button"), .type("submit"), text: t("posting.read.again")) }
            text(&h)
        }
    }

    private func occupation(_ h: inout HTMLWriter) {
        guard !reading.occupations.isEmpty else { return }
        if let known = answer.occupation {
            h.element("p") { h in
                h.text(t("posting.read.occupation") + " ")
                h.element("a", .href(view.links.occupation(known)), text: labels.occupation(known))
                if answer.corrections.occupation == nil, let first = reading.occupations.first {
                    h.text(" ")
                    h.element("span", .class("quiet small"), text: t("posting.read.sure", ["share": view.format.percent(first.confidence)]))
                }
            }
            h.element("details") { h in
                h.element("summary", text: t("posting.read.otherOccupation"))
                choices(&h)
            }
        } else {
            choices(&h)
        }
    }

    private func choices(_ h: inout HTMLWriter) {
        h.element("fieldset", .class("posting-group")) { h in
            h.element("legend", text: t("posting.read.whichOccupation"))
            for (index, job) in reading.occupations.enumerated() {
                h.element("label", .class("posting-tick"), .for("occupation-\(index)")) { h in
                    h.void(
                        "input", .type("radio"), .id("occupation-\(index)"), .name("occupation"), .value(job.code.rawValue),
                        .flag("checked", if: job.code == answer.occupation))
                    h.element("span") { h in
                        h.element("strong", text: labels.occupation(job.code))
                        h.text(" ")
                        h.element(
                            "span", .class("quiet small"), text: t("posting.read.sure", ["share": view.format.percent(job.confidence)]))
                        if let title = job.matchedTitle, let language = job.matchedLanguage {
                            h.element("span", .class("small posting-evidence")) { h in
                                h.text(t("recommendations.suchAs") + " ")
                                h.element("span", .lang(view.lang(language)), text: title)
                            }
                        }
                    }
                }
            }
        }
    }

    private func group(_ role: PostingRole, _ h: inout HTMLWriter) {
        let findings = reading.findings.filter { $0.role == role }
        guard !findings.isEmpty else { return }
        h.element("fieldset", .class("posting-group")) { h in
            h.element("legend", text: t("posting.role.\(role.rawValue)"))
            for finding in findings {
                tick(finding.target, isTicked: !answer.corrections.without.contains(finding.target), &h) { h in
                    h.element("q", .class("small posting-evidence")) { h in
                        let sentence = reading.sentence(of: finding)
                        MarkedText.write(
                            sentence, EvidenceMarks.ranges(in: sentence, of: finding.target, catalogue.labourMarket), &h)
                    }
                }
            }
        }
    }

    private func addedGroup(_ h: inout HTMLWriter) {
        h.element("fieldset", .class("posting-group")) { h in
            h.element("legend", text: t("posting.role.added"))
            for need in added { tick(need.target, isTicked: true, &h) { _ in } }
        }
    }

    private func tick(_ target: TagTarget, isTicked: Bool, _ h: inout HTMLWriter, _ more: (inout HTMLWriter) -> Void) {
        let name = labels.target(target)
        let id = "need-" + target.parameter.replacing(":", with: "-")
        h.void("input", .type("hidden"), .name("shown"), .value(target.parameter))
        h.element("label", .class("posting-tick"), .for(id)) { h in
            h.void(
                "input", .type("checkbox"), .id(id), .name("need"), .value(target.parameter), .flag("checked", if: isTicked))
            h.element("span") { h in
                h.element("strong", .lang(view.lang(name.language)), text: name.text)
                h.text(" ")
                h.element("span", .class("quiet small"), text: programs(target))
                more(&h)
            }
        }
    }

    private func programs(_ target: TagTarget) -> String {
        guard let place = answer.coverage.needs.firstIndex(where: { $0.target == target }) else { return t("posting.read.left") }
        let count = answer.coverage.programCounts[place]
        return count == 0 ? t("posting.read.noProgram") : t("search.count", count: count)
    }

    private func more(_ h: inout HTMLWriter) {
        h.element("div", .class("form-field")) { h in
            h.element("label", .for("add"), text: t("posting.read.add"))
            if !unknown.isEmpty {
                h.element(
                    "p", .class("field-error"), .id("add-error"),
                    text: t("posting.read.unknown", ["words": view.format.list(unknown, and: t("facts.and"))]))
            }
            SuggestionField(
                view: view, id: "add", name: "add", value: unknown.joined(separator: ", "),
                suggestions: "/api/v1/skills?lang=\(view.language.rawValue)", none: "quiz.skills.noSuggestion",
                describedBy: unknown.isEmpty ? nil : "add-error"
            ).write(&h)
        }
    }

    /// The text as it was read, with the sentences that gave something; and as it was pasted, to be changed.
    private func text(_ h: inout HTMLWriter) {
        let used = Set(reading.findings.compactMap(\.piece))
        h.element("details", .id("as-read")) { h in
            h.element("summary", text: t("posting.read.text"))
            h.element("p", .class("hint"), text: t("posting.read.textHint"))
            h.element("div", .class("posting-text")) { h in
                for (place, piece) in reading.document.pieces.enumerated() {
                    h.element("p", .class(piece.role == .aside ? "quiet" : nil)) { h in
                        if used.contains(place) { h.element("mark", text: piece.text) } else { h.text(piece.text) }
                    }
                }
            }
        }
        h.element("details", .id("change")) { h in
            h.element("summary", text: t("posting.read.change"))
            FormTextArea(
                view: view, name: "text", label: "posting.text", value: form.text, rows: 10, maximumLength: PostingText.largest,
                problems: FormProblems()
            ).write(&h)
        }
    }
}

/// A text with some of its words marked.
enum MarkedText {
    static func write(_ text: String, _ ranges: [Range<String.Index>], _ h: inout HTMLWriter) {
        var place = text.startIndex
        for range in ranges where range.lowerBound >= place {
            h.text(String(text[place..<range.lowerBound]))
            h.element("mark", text: String(text[range]))
            place = range.upperBound
        }
        h.text(String(text[place...]))
    }
}
