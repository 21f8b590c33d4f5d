import Domain
import HTML
import Portal

/// A program's text with the sentences marked that suggestions rest on, each with a number that suggestions refer to.
struct ReviewText {
    let view: View
    let text: ReadableText
    /// In the order of the text, without those that no longer stand where they stood.
    private let sentences: [TextEvidence]

    init(view: View, text: ReadableText, items: [ReviewItem]) {
        self.view = view
        self.text = text
        let order = Dictionary(uniqueKeysWithValues: text.parts.enumerated().map { ($1.name, $0) })
        let evidence = Set(
            items.compactMap { item -> TextEvidence? in
                guard case .text(let evidence?) = item.reason else { return nil }
                return evidence
            })
        var ends: [String: Int] = [:]
        sentences = evidence.filter { one in text.parts.contains { $0.name == one.part && one.stands(in: $0.text) } }
            .sorted { (order[$0.part] ?? 0, $0.start, $0.sentence) < (order[$1.part] ?? 0, $1.start, $1.sentence) }
            .filter { one in
                // Sentences do not overlap, except where the whole text counts as one.
                guard one.start >= ends[one.part, default: 0] else { return false }
                ends[one.part] = one.start + one.sentence.utf8.count
                return true
            }
    }

    /// From 1.
    func number(of evidence: TextEvidence) -> Int? { sentences.firstIndex(of: evidence).map { $0 + 1 } }

    func write(_ h: inout HTMLWriter) {
        let outcomes = text.parts.filter { $0.name.hasPrefix("outcome.") }
        h.element("div", .class("review-text"), .lang(view.lang(text.language))) { h in
            for part in text.parts where !part.name.hasPrefix("outcome.") {
                switch part.name {
                case "title": h.element("p", .class("review-title")) { marked(part, &$0) }
                case "summary": h.element("p", .class("lead")) { marked(part, &$0) }
                default: h.element("p", .class("review-body")) { marked(part, &$0) }
                }
            }
            if !outcomes.isEmpty {
                h.element("ul") { h in for part in outcomes { h.element("li") { marked(part, &$0) } } }
            }
        }
    }

    private func marked(_ part: ReadableText.Part, _ h: inout HTMLWriter) {
        let bytes = Array(part.text.utf8)
        var written = 0
        for (index, one) in sentences.enumerated() where one.part == part.name {
            h.text(String(decoding: bytes[written..<one.start], as: UTF8.self))
            h.element("mark", .id("sentence-\(index + 1)"), Attribute("tabindex", "-1")) { h in
                h.text(one.sentence)
                h.element("sup", Attribute("aria-hidden", "true"), text: String(index + 1))
            }
            written = one.start + one.sentence.utf8.count
        }
        h.text(String(decoding: bytes[written...], as: UTF8.self))
    }
}

extension TextEvidence {
    fileprivate func stands(in text: String) -> Bool {
        let (bytes, own) = (Array(text.utf8), Array(sentence.utf8))
        return start >= 0 && start + own.count <= bytes.count && bytes[start..<(start + own.count)].elementsEqual(own)
    }
}
