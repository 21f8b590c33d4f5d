package import Domain
package import Matching

/// Turns the reasons of a recommendation into sentences a person can read.
package struct ReasonText {
    let view: View
    let labels: Labels
    /// The occupation the page is about already: it need not be named in every row.
    let subject: OccupationCode?

    package init(view: View, labels: Labels, subject: OccupationCode? = nil) {
        self.view = view
        self.labels = labels
        self.subject = subject
    }

    /// A reason with an aim names the answer of the quiz it comes from.
    package func sentence(_ reason: Reason) -> String {
        guard let because = reason.aim.map(because) else { return plain(reason) }
        let t = view.t
        let key = "reason.aimed.\(reason.kind.name)"
        switch reason.kind {
        case .preparesForOccupation(let code), .preparesForRelatedOccupation(let code):
            return t(key, ["because": because, "occupation": labels.occupation(code)])
        case .teachesSkills(let skills):
            return t(key, ["because": because, "skills": list(skills.map(labels.skill))])
        case .teachesTechnologies(let technologies):
            return t(key, ["because": because, "technologies": list(technologies.map { labels.technology($0).text })])
        case .servesIndustry(let code):
            return t(key, ["because": because, "industry": labels.industry(code)])
        case .matchesWords:
            return t(key, ["because": because])
        default:
            return plain(reason)
        }
    }

    /// `Because you want to move up`
    package func because(_ aim: Aim) -> String {
        switch aim {
        case .job: view.t("reason.because.job")
        case .direction(let direction): view.t("reason.because.direction.\(direction.rawValue)")
        case .interest(let interest): view.t("reason.because.interest.\(interest.rawValue)")
        case .strength(let skill): view.t("reason.because.strength", ["skill": labels.skill(skill)])
        }
    }

    private func plain(_ reason: Reason) -> String {
        let t = view.t
        let key = "reason.\(reason.kind.name)"
        switch reason.kind {
        case .preparesForOccupation(let code) where code == subject:
            return t("reason.prepares-for-this-work")
        case .preparesForOccupation(let code), .preparesForRelatedOccupation(let code):
            return t(key, ["occupation": labels.occupation(code)])
        case .teachesSkills(let skills):
            return t(key, count: skills.count, ["skills": list(skills.map(labels.skill))])
        case .teachesTechnologies(let technologies):
            return t(key, count: technologies.count, ["technologies": list(technologies.map { labels.technology($0).text })])
        case .servesIndustry(let code):
            return t(key, ["industry": labels.industry(code)])
        case .outlook(let code, let value):
            return t("\(key).\(value.rawValue)", ["occupation": labels.occupation(code)])
        case .funded(let funding):
            return t("\(key).\(funding.rawValue)")
        case .short:
            return t(key, ["hours": view.format.number(reason.value)])
        case .startsSoon, .startsInTime:
            let days = Int(reason.value)
            return days == 0 ? t("\(key).now") : t("\(key).days", count: days)
        case .endorsed:
            return t(key, count: Int(reason.value))
        case .free, .matchesWords:
            return t(key)
        case .teachesWantedSkills(let skills):
            return t(key, ["skills": list(skills.map(labels.skill))])
        case .withinBudget(let budget):
            return t(key, ["budget": view.format.money(budget)])
        case .fitsDelivery(let delivery):
            return t(key, ["delivery": t("facts.delivery.\(delivery.rawValue)")])
        case .near:
            return t(key, count: max(1, Int(reason.value.rounded())))
        case .fitsHours:
            return t(key, ["hours": view.format.number(reason.value)])
        case .meetsEducation(let level):
            return t(key, ["education": t("facet.prior-education.\(level.rawValue)")])
        }
    }

    /// At most three names: more would not be read.
    private func list(_ names: [String]) -> String { view.format.list(Array(names.prefix(3)), and: view.t("facts.and")) }
}
