import Domain

/// One program looked at for one person: every reason for it with what it adds, and what is taken off.
///
/// A class, because lists of them are sorted and chosen from, and a program as a value is dozens of references to copy each time.
final class ProgramAppraisal {
    /// What occupations, skills, tools, words and industry add.
    private(set) var relevance = 0.0
    /// Relevance and everything else, 0 to 1.
    private(set) var score = 0.0
    private(set) var reasons: [Reason] = []
    let program: Program

    /// Skills of full weight at which the reason is worth all it can be.
    static let skillsForFullWeight = 2.0
    private static let technologiesForFullWeight = 1.0

    init(
        _ place: ProgramPlace, jobs: [JobInterest], words: PersonWords, medianHours: Double?, person: PersonalFit, catalogue: Catalogue
    ) {
        program = catalogue.program(at: place)
        let occupation = addOccupation(jobs, catalogue)
        addTeaching(place, jobs, person, catalogue)
        reasons += person.wantedSkills(at: place, catalogue)
        addWords(words, place, jobs, catalogue)
        addIndustry(jobs, catalogue)
        relevance = reasons.reduce(0) { $0 + $1.weight }
        addOutlook(occupation, catalogue)
        addPractical(medianHours, catalogue)
        let fit = person.practical(program, at: place, catalogue)
        reasons += fit.reasons
        score -= fit.penalty
        score = min(1, max(0, score + reasons.reduce(0) { $0 + $1.weight }))
        reasons.sort { ($1.weight, $0.kind.name) < ($0.weight, $1.kind.name) }
        // The last resort of a catalogue with next to nothing in it: the list says that the words are not in the program.
        if reasons.isEmpty { reasons = [Reason(.matchesWords, value: 0, weight: 0)] }
    }

    /// - Returns: the occupation the program is recommended for.
    private func addOccupation(_ jobs: [JobInterest], _ catalogue: Catalogue) -> OccupationCode? {
        let codes = program.publicOccupations
        // A program for many jobs is less about each of them.
        let focus = 1 / (1 + 0.08 * Double(max(0, codes.count - 1)))
        var best: (reason: Reason, code: OccupationCode)?
        func consider(_ kind: Reason.Kind, _ value: Double, _ weight: Double, _ code: OccupationCode, _ aim: Aim?) {
            guard weight > best?.reason.weight ?? 0 else { return }
            best = (Reason(kind, value: value, weight: weight, aim: aim), code)
        }
        for job in jobs {
            for code in codes {
                if code == job.code {
                    let weight = RecommendationWeights.occupation * job.weight * focus
                    consider(.preparesForOccupation(code), job.confidence, weight, code, job.aim)
                } else if code.rawValue.prefix(3) == job.code.rawValue.prefix(3) {
                    let likeness = catalogue.similarity(code, job.code)
                    let weight = RecommendationWeights.relatedOccupation * job.weight * focus * likeness
                    consider(.preparesForRelatedOccupation(code), likeness, weight, code, job.aim)
                }
            }
        }
        if let best { reasons.append(best.reason) }
        return best?.code
    }

    private func addTeaching(_ place: ProgramPlace, _ jobs: [JobInterest], _ person: PersonalFit, _ catalogue: Catalogue) {
        let codes = Set(program.publicOccupations)
        var weights: [Int32: Double] = [:]
        // The job that asks most for any of it: the answer behind the reason is that job's.
        var strongest: (weight: Double, aim: Aim?) = (0, nil)
        let values = catalogue.segments[place.segment].facets.values(of: place.ordinal, .skill, .technology)
        for value in values where !person.held.contains(value) {
            for job in jobs {
                let weight = job.weight * job.profile.weight(value, isPeer: codes.contains(job.code))
                // Below this a skill has next to nothing to do with the job and would only pad the sentence.
                guard weight >= 0.1 else { continue }
                weights[value] = max(weights[value] ?? 0, weight)
                if weight > strongest.weight { strongest = (weight, job.aim) }
            }
        }
        let dictionary = catalogue.dictionary
        let ranked = weights.sorted {
            ($1.value, dictionary.values[Int($0.key)]) < ($0.value, dictionary.values[Int($1.key)])
        }
        let skills = ranked.filter { dictionary.facets[Int($0.key)] == .skill }
        if !skills.isEmpty {
            let share = min(1, skills.reduce(0) { $0 + $1.value } / Self.skillsForFullWeight)
            let ids = skills.map { Skill.ID(dictionary.values[Int($0.key)]) }
            let weight = RecommendationWeights.skills * share
            reasons.append(Reason(.teachesSkills(ids), value: Double(ids.count), weight: weight, aim: strongest.aim))
        }
        let technologies = ranked.filter { dictionary.facets[Int($0.key)] == .technology }
        if !technologies.isEmpty {
            let share = min(1, technologies.reduce(0) { $0 + $1.value } / Self.technologiesForFullWeight)
            let ids = technologies.map { Technology.ID(dictionary.values[Int($0.key)]) }
            let weight = RecommendationWeights.technologies * share
            reasons.append(Reason(.teachesTechnologies(ids), value: Double(ids.count), weight: weight, aim: strongest.aim))
        }
    }

    private func addWords(_ words: PersonWords, _ place: ProgramPlace, _ jobs: [JobInterest], _ catalogue: Catalogue) {
        let share = words.share(in: place, catalogue.segments[place.segment])
        // A third of the words is chance: `worker` is in many outcomes.
        guard share > 0.34 else { return }
        // In the quiz the words are those of the job.
        let aim: Aim? = jobs.contains { $0.aim != nil } ? .job : nil
        reasons.append(Reason(.matchesWords, value: share, weight: RecommendationWeights.words * share, aim: aim))
    }

    private func addIndustry(_ jobs: [JobInterest], _ catalogue: Catalogue) {
        let served = Set(program.industries.flatMap { catalogue.labourMarket.withAncestors($0) })
        guard let job = jobs.first else { return }
        guard let industry = catalogue.labourMarket.industriesByOccupation[job.code]?.first(where: served.contains) else { return }
        reasons.append(Reason(.servesIndustry(industry), value: 1, weight: RecommendationWeights.industry * job.weight, aim: job.aim))
    }

    private func addOutlook(_ recommendedFor: OccupationCode?, _ catalogue: Catalogue) {
        let known = ([recommendedFor].compactMap(\.self) + program.publicOccupations).compactMap { catalogue.labourMarket.outlook($0) }
        guard let outlook = known.first else { return }
        let weight = RecommendationWeights.outlook * Double(outlook.value.score) / 2
        if weight > 0 {
            reasons.append(Reason(.outlook(outlook.occupation, outlook.value), value: Double(outlook.value.score), weight: weight))
        } else {
            score += weight
        }
    }

    private func addPractical(_ medianHours: Double?, _ catalogue: Catalogue) {
        let upcoming = program.upcomingOfferings(on: catalogue.today)
        if program.lowestPrice(on: catalogue.today) == .free {
            reasons.append(Reason(.free, value: 0, weight: RecommendationWeights.free))
        }
        if let funding = Funding.allCases.first(where: program.eligibleFunding.contains) {
            reasons.append(Reason(.funded(funding), value: 1, weight: RecommendationWeights.funded))
        }
        if let hours = program.hours, let medianHours, hours < medianHours {
            reasons.append(Reason(.short, value: hours, weight: RecommendationWeights.short))
        }
        if let first = upcoming.first {
            let days = first.start.map { $0.days(since: catalogue.today) } ?? 0
            if days <= RecommendationWeights.soon {
                reasons.append(Reason(.startsSoon, value: Double(days), weight: RecommendationWeights.startsSoon))
            }
        } else {
            score -= RecommendationWeights.withoutDates
        }
        if !program.endorsements.isEmpty {
            reasons.append(Reason(.endorsed, value: Double(program.endorsements.count), weight: RecommendationWeights.endorsed))
        }
        if program.isStale(on: catalogue.today) { score -= RecommendationWeights.stale }
    }
}
