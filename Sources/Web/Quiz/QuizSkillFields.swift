import Domain
import HTML

/// Skills one has or wants: those chosen as ticked boxes, and a search box that adds one more, with suggestions where scripts run.
struct QuizSkillFields {
    let view: View
    let labels: Labels
    let form: QuizForm

    func write(_ box: String, _ chosen: [Skill.ID], _ h: inout HTMLWriter) {
        let t = view.t
        h.element("fieldset", .class("quiz-group"), .id(box), Attribute("tabindex", "-1")) { h in
            h.element("legend", text: t("quiz.skills.\(box)"))
            ticks(box, chosen, &h)
            h.element("label", .for("\(box)-search"), text: t("quiz.skills.search"))
            if let problem = form.problems.first(where: { $0.field == "\(box)-search" }) {
                h.element("p", .class("field-error"), .id("\(box)-error"), text: t(problem.sentence))
            }
            h.element("div", .class("job-row")) { h in
                SuggestionField(
                    view: view, id: "\(box)-search", name: "\(box)-search", value: form.searched[box] ?? "",
                    suggestions: "/api/v1/skills?lang=\(view.language.rawValue)", none: "quiz.skills.noSuggestion",
                    describedBy: form.problems.contains { $0.field == "\(box)-search" } ? "\(box)-error" : nil
                ).write(&h)
                h.element(
                    "button", .class("button secondary"), .type("submit"), .name("then"), .value("add-\(box)"), text: t("quiz.skills.add"))
            }
            meant(box, &h)
        }
    }

    private func ticks(_ box: String, _ chosen: [Skill.ID], _ h: inout HTMLWriter) {
        guard !chosen.isEmpty else { return }
        h.element("div", .class("quiz-options")) { h in
            for (index, id) in chosen.enumerated() { tick(box, "\(box)-\(index)", id, isTicked: true, &h) }
        }
    }

    /// What may be meant by words that name no skill to the letter.
    private func meant(_ box: String, _ h: inout HTMLWriter) {
        guard let found = form.found[box], !found.isEmpty else { return }
        h.element("p", .class("quiz-meant"), .role("status"), text: view.t("quiz.skills.meant", ["words": form.searched[box] ?? ""]))
        h.element("div", .class("quiz-options")) { h in
            for (index, skill) in found.enumerated() { tick(box, "\(box)-found-\(index)", skill.id, isTicked: false, &h) }
        }
    }

    private func tick(_ box: String, _ id: String, _ skill: Skill.ID, isTicked: Bool, _ h: inout HTMLWriter) {
        h.element("label", .class("quiz-option"), .for(id)) { h in
            h.void("input", .type("checkbox"), .id(id), .name(box), .value(skill.rawValue), .flag("checked", if: isTicked))
            h.element("span", text: labels.skill(skill))
        }
    }
}
