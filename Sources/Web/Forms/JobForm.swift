import Domain
package import HTML

/// The portal's one question: a job title, with suggestions as one types where scripts run.
package struct JobForm {
    let view: View
    var job = ""
    /// The word under the label; only the home page needs it.
    var showsHint = false
    var label = "job.label"
    /// Keeps ids apart when a page holds two of these.
    var id = "job"

    package func write(_ h: inout HTMLWriter) {
        let t = view.t
        h.element("form", .class("job-form"), .action(view.links.recommendations), Attribute("method", "get"), .role("search")) { h in
            h.element("label", .for(id), .class("job-label"), text: t(label))
            if showsHint { h.element("p", .class("hint"), .id("\(id)-hint"), text: t("job.hint")) }
            h.element("div", .class("job-row")) { h in
                SuggestionField(
                    view: view, id: id, name: "job", value: job, suggestions: "/api/v1/job-titles?lang=\(view.language.rawValue)",
                    isRequired: true, describedBy: showsHint ? "\(id)-hint" : nil
                ).write(&h)
                h.element("button", .class("button"), .type("submit"), text: t("job.submit"))
            }
        }
    }
}
