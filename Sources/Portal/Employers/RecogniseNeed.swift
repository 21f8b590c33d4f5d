package import Domain
import Matching

/// Reads what an employer is short of out of a few words: a skill, a tool or a job. Asks when it is not sure, and never gives up.
package struct RecogniseNeed: Sendable {
    private let catalogue: CurrentCatalogue
    private let findOccupations: FindOccupations
    private let readSkills: ReadSkills
    private let findSkills: FindSkills

    package init(catalogue: CurrentCatalogue, findOccupations: FindOccupations, readSkills: ReadSkills) {
        self.catalogue = catalogue
        self.findOccupations = findOccupations
        self.readSkills = readSkills
        findSkills = FindSkills(catalogue: catalogue)
    }

    package struct Answer: Hashable, Sendable {
        /// What is surely meant; `nil` when it must be asked.
        package let meaning: TagTarget?
        /// What may be meant, the likeliest first, `meaning` left out.
        package let choices: [TagTarget]
        /// Programs in whose texts the words stand.
        package let mentions: Int
    }

    private static let skills = 3
    private static let jobs = 3

    package func callAsFunction(_ text: String, language: Language) -> Answer {
        let named = readSkills.named(text)
        let jobs = findOccupations(text, language: language, limit: Self.jobs)
        let first = jobs.first?.occupation.map(TagTarget.occupation)
        var choices: [TagTarget] = []
        func offer(_ target: TagTarget?) {
            if let target, !choices.contains(target) { choices.append(target) }
        }
        if jobs.isExact { offer(first) }
        offer(named)
        let meant = text.count >= 3 ? readSkills.meant(text) : nil
        offer(meant)
        for skill in findSkills(text, language: language, limit: Self.skills) { offer(.skill(skill.id)) }
        // Below this the words resemble no job title we know.
        let isLost = (jobs.first?.confidence ?? 0) < 0.1 && !choices.isEmpty
        if !isLost { for match in jobs.matches { offer(match.occupation.map(TagTarget.occupation)) } }
        let meaning: TagTarget? =
            if let named { jobs.isExact ? nil : named } else if jobs.isExact || (jobs.isConfident && meant == nil) { first } else { nil }
        return Answer(
            meaning: meaning, choices: choices.filter { $0 != meaning },
            mentions: catalogue.current.search(ProgramQuery(text: text, language: language, limit: 1)).total)
    }
}
