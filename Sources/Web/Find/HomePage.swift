import Domain
import HTML
import Portal

/// One question, one box, one button. Then the two other doors, true numbers, and how it works.
struct HomePage {
    let view: View
    let programs: Int
    let institutions: Int
    let occupations: Int
    let lists: [CuratedList]

    /// Example jobs shown as chips: keys of texts, so that each language has its own.
    private static let examples = ["home.example.first", "home.example.second", "home.example.third"]

    var page: Page {
        var page = Page(
            title: view.t("home.title"), description: view.t("home.description"), route: .home, structuredData: [website]
        ) { h in
            hero(&h)
            RecentSearches(view: view).write(&h)
            doors(&h)
            industries(&h)
            numbers(&h)
            howItWorks(&h)
        }
        page.modules = [RecentSearches.script]
        return page
    }

    private func hero(_ h: inout HTMLWriter) {
        h.element("div", .class("hero")) { h in
            h.element("h1", text: view.t("home.question"))
            h.element("p", .class("lead"), text: view.t("home.lead"))
            h.element("div", .class("hero-form")) { h in
                JobForm(view: view, showsHint: true).write(&h)
                h.element("ul", .class("examples")) { h in
                    h.element("li", .class("quiet"), text: view.t("home.examples"))
                    for key in Self.examples {
                        let job = view.t(key)
                        h.element("li") { $0.element("a", .class("chip"), .href(view.links.recommendations(for: job)), text: job) }
                    }
                }
                h.element("p") { h in
                    h.element(
                        "a", .class("row-link"), .href(view.links.quiz),
                        text: view.t("quiz.invite", ["count": String(QuizStep.allCases.count)]))
                }
            }
            h.raw(Self.springboard)
        }
    }

    private func doors(_ h: inout HTMLWriter) {
        h.element("ul", .class("doors")) { h in
            for (link, key) in [(view.links.employers, "home.employers"), (view.links.institutions, "home.institutions")] {
                h.element("li") { h in
                    h.element("a", .class("door"), .href(link)) { h in
                        h.element("strong", text: view.t("\(key).title"))
                        h.text(view.t("\(key).text"))
                    }
                }
            }
        }
    }

    /// Ready-made lists, for whoever knows the industry but not the job.
    private func industries(_ h: inout HTMLWriter) {
        guard !lists.isEmpty else { return }
        h.element("h2", text: view.t("home.lists"))
        h.element("ul", .class("tag-list")) { h in
            for list in lists {
                h.element("li") { h in
                    h.element(
                        "a", .class("chip"), .href(view.links.list(list.slug.text(view.language))), text: list.title.text(view.language))
                }
            }
        }
    }

    private func numbers(_ h: inout HTMLWriter) {
        h.element("dl", .class("numbers")) { h in
            for (count, key) in [
                (programs, "home.numbers.programs"), (institutions, "home.numbers.institutions"),
                (occupations, "home.numbers.occupations"),
            ] {
                h.element("div") { h in
                    h.element("dt", text: view.t(key))
                    h.element("dd", text: view.format.number(count))
                }
            }
        }
    }

    private func howItWorks(_ h: inout HTMLWriter) {
        h.element("h2", text: view.t("home.how.title"))
        h.element("ol", .class("steps")) { h in
            for key in ["home.how.first", "home.how.second", "home.how.third"] { h.element("li", text: view.t(key)) }
        }
    }

    private var website: SafeHTML {
        StructuredData(view: view).website()
    }

    /// The mark, drawn large: a line one stands on, and the arc that leaves it.
    private static let springboard = SafeHTML(
        """
        <svg class="spring" viewBox="0 0 1088 520" preserveAspectRatio="xMaxYMax meet" aria-hidden="true" focusable="false">\
        <path d="M3 492h690c190 0 230-210 352-404" fill="none" stroke="currentColor" stroke-width="5" stroke-linecap="round"/>\
        <circle class="dot" cx="1066" cy="52" r="12"/></svg>
        """)
}
