import Domain
import HTML
import Matching
import Portal

/// Why a program has its tags: who says so, the sentence it comes from, since when, and the release of the taxonomy.
struct TagReasons {
    let view: View
    let catalogue: Catalogue
    let program: Program

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }
    private var institution: String { labels.institution(program.institution) }

    func write(_ h: inout HTMLWriter) {
        let tags = program.tags.filter { $0.state == .approved }
        let inferred = program.inferredIndustries(catalogue.labourMarket)
        guard !tags.isEmpty || !inferred.isEmpty else { return }
        h.element("details", .id("why-tags")) { h in
            h.element("summary", text: t("program.whyTags"))
            h.element("p", text: t("program.whyTagsText"))
            h.element("ul", .class("tag-reasons")) { h in
                for tag in tags { stated(tag, &h) }
                for industry in inferred { followed(industry, &h) }
            }
        }
    }

    private func stated(_ tag: Tag, _ h: inout HTMLWriter) {
        h.element("li") { h in
            name(tag.target, &h)
            h.element("span", text: who(tag))
            // The sentence is of the program's text, in whichever language that was read.
            if tag.formerCode == nil, let sentence = tag.evidence { h.element("q", .lang(language(of: sentence)), text: sentence) }
            if let version = tag.taxonomyVersion { h.element("span", .class("small quiet"), text: version) }
        }
    }

    private func followed(_ industry: Industry.Code, _ h: inout HTMLWriter) {
        let occupations = program.occupations.filter { catalogue.labourMarket.industriesByOccupation[$0]?.contains(industry) == true }
        h.element("li") { h in
            name(.industry(industry), &h)
            h.element(
                "span", text: t("program.why.inferred", ["jobs": view.format.list(occupations.map(labels.occupation), and: t("facts.and"))])
            )
        }
    }

    private func name(_ target: TagTarget, _ h: inout HTMLWriter) {
        let name = labels.target(target)
        h.element("span") { h in
            h.element("strong", .lang(view.lang(name.language)), text: name.text)
            h.element("span", .class("small quiet"), text: " (" + t("program.tagKind.\(target.kind.rawValue)") + ")")
        }
    }

    /// No name of a person stands here: the institution answers for it.
    private func who(_ tag: Tag) -> String {
        let manner = tag.formerCode != nil ? "translated" : tag.confidence != nil || tag.evidence != nil ? "read" : "stated"
        guard let at = tag.decidedAt else { return t("program.why.\(manner)", ["institution": institution]) }
        let day = view.site.services.settings.day(at: at)
        return t("program.why.\(manner)On", ["institution": institution, "date": view.format.date(day)])
    }

    private func language(of sentence: String) -> String? {
        for language in Language.allCases {
            let texts =
                [program.title[language], program.summary[language], program.description[language]]
                + program.outcomes.map { $0[language] }
            if texts.contains(where: { $0?.contains(sentence) == true }) { return view.lang(language) }
        }
        return nil
    }
}
