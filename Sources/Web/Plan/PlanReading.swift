package import Domain
package import Matching
package import Portal

/// The two jobs and the skills of a form, as the portal understands them.
package struct PlanReading {
    package let form: PlanForm
    /// What the words for each job may mean; `nil` when nothing was written.
    package let from: OccupationMatches?
    package let to: OccupationMatches?
    package let skills: ReadSkills.Answer

    package init(_ form: PlanForm, services: PortalServices, language: Language) {
        self.form = form
        func read(_ text: String, _ chosen: OccupationCode?) -> OccupationMatches? {
            if let chosen {
                return OccupationMatches(
                    matches: [OccupationMatch(code: chosen.rawValue, confidence: 1, matchedTitle: nil, matchedLanguage: nil)],
                    isExact: false,
                    isConfident: true, suggestsIndustry: false)
            }
            return text.isEmpty ? nil : services.findOccupations(text, language: language)
        }
        from = read(form.from, form.fromOccupation)
        to = read(form.to, form.toOccupation)
        skills = services.readSkills(form.have)
    }

    /// Both jobs are known well enough to plan without asking.
    var isSure: Bool { to?.isConfident == true && from?.isConfident != false }

    /// What to plan by the likeliest reading; `nil` when nothing is known of the start, or the goal is not written.
    package var request: PlanRequest? {
        guard form.hasStart, let to = to?.first?.occupation else { return nil }
        return form.request(from: from?.first?.occupation, to: to, held: skills.known)
    }
}
