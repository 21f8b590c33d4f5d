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
                h.element(
                    "div", .class("combobox"), Attribute("data-suggestions", "/api/v1/job-titles?lang=\(view.language.rawValue)"),
                    Attribute("data-status-none", t("job.noSuggestion")), Attribute("data-status-some", t("job.suggestions"))
                ) { h in
                    h.void(
                        "input", .id(id), .name("job"), .type("text"), .value(job), Attribute("autocomplete", "off"),
                        Attribute("autocapitalize", "none"), Attribute("spellcheck", "false"), Attribute("maxlength", "200"),
                        Attribute("enterkeyhint", "search"), .flag("required"),
                        showsHint ? Attribute("aria-describedby", "\(id)-hint") : nil)
                }
                h.element("button", .class("button"), .type("submit"), text: t("job.submit"))
            }
        }
    }
}
