extension Program {
    /// Codes of the approved tags of one kind, in the order they were given.
    package var occupations: [OccupationCode] {
        tags.compactMap { if case .occupation(let code) = $0.target, $0.state == .approved { code } else { nil } }
    }

    package var industries: [Industry.Code] {
        tags.compactMap { if case .industry(let code) = $0.target, $0.state == .approved { code } else { nil } }
    }

    package var skills: [Skill.ID] {
        tags.compactMap { if case .skill(let id) = $0.target, $0.state == .approved { id } else { nil } }
    }

    package var technologies: [Technology.ID] {
        tags.compactMap { if case .technology(let id) = $0.target, $0.state == .approved { id } else { nil } }
    }

    /// Industries nobody tagged, but that employ many people of the occupations tagged: shown as inferred, and searchable.
    package func inferredIndustries(_ information: LabourMarketInformation) -> [Industry.Code] {
        let stated = Set(industries.flatMap { information.withAncestors($0) })
        let rejected = Set(tags.filter { $0.state == .rejected }.map(\.target))
        var found: [Industry.Code] = []
        for code in occupations.flatMap({ information.industriesByOccupation[$0] ?? [] })
        where !stated.contains(code) && !rejected.contains(.industry(code)) && !found.contains(code) {
            found.append(code)
        }
        return found
    }
}
