import Domain
import HTML

/// What went wrong in one sentence, what to try next, and the search box.
struct ErrorPage {
    private let failure: PortalError
    private let view: View
    private let number: String?

    /// - Parameter number: the request's, for failures that somebody may report.
    init(_ failure: PortalError, view: View, number: String? = nil) {
        self.failure = failure
        self.view = view
        self.number = number
    }

    var page: Page {
        let t = view.t
        let title = t("\(failure.key).title")
        var sentence = t("\(failure.key).sentence")
        if case .badRequest(let key) = failure { sentence = t(key) }
        if case .tooManyTries(let seconds) = failure { sentence = t("error.tooManyTries.wait", count: seconds) }
        return Page(title: title, route: .home, isIndexed: false) { h in
            h.element("div", .class("narrow")) { h in
                h.element("h1", text: title)
                h.element("p", .class("lead"), text: sentence)
                if failure == .forbidden {
                    h.element("p") { $0.element("a", .class("button"), .href(view.links.path(.console)), text: t("error.console")) }
                }
                JobForm(view: view).write(&h)
                h.element("p") { h in
                    h.element("a", .href(view.links.search), text: t("error.searchAll"))
                    h.text(" · ")
                    h.element("a", .href(view.links.home), text: t("error.home"))
                }
                if let number {
                    h.element("p", .class("small quiet request-number")) { h in
                        h.text(t("error.number") + " ")
                        h.element("code", text: number)
                    }
                }
            }
        }
    }
}
