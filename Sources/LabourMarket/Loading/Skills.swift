import Domain

extension LabourMarketInformation {
    /// `skills` (id, en, fr, aliases-en, aliases-fr, kind, broader): aliases parted by `|`, broader empty at the top.
    mutating func loadSkills(_ release: Release) throws(ReleaseError) {
        let table = try release.requiredTable("skills")
        var rows = table.cursor(of: release.kind)
        while try rows.next() {
            guard let kind = Skill.Kind(rawValue: rows.string(5)) else { throw rows.error(5, .value) }
            let id = Skill.ID(try rows.text(0))
            var aliases: [Language: [String]] = [:]
            if !rows.isEmpty(3) { aliases[.en] = rows.list(3, separator: 0x7C) }
            if !rows.isEmpty(4) { aliases[.fr] = rows.list(4, separator: 0x7C) }
            let skill = Skill(
                id: id, name: rows.bilingual(1, 2), aliases: aliases, kind: kind,
                broader: rows.isEmpty(6) ? nil : Skill.ID(rows.string(6)), source: release.source.key)
            guard skills.updateValue(skill, forKey: id) == nil else { throw rows.error(0, .duplicate) }
        }
        var references = table.cursor(of: release.kind)
        while try references.next() {
            guard references.isEmpty(6) || skills[Skill.ID(references.string(6))] != nil else {
                throw references.error(6, .unknownReference)
            }
        }
    }

    /// `skills` as above, and `levels`: code, then one column a skill, named by its id.
    mutating func loadSkillLevels(_ release: Release) throws(ReleaseError) {
        try loadSkills(release)
        let table = try release.requiredTable("levels")
        let columns = table.columns.map { Skill.ID($0) }
        for id in columns.dropFirst() where skills[id] == nil {
            throw ReleaseError(kind: .oasis, table: table.name, column: id.rawValue, reason: .unknownReference)
        }
        var rows = table.cursor(of: .oasis)
        while try rows.next() {
            var levels: [SkillLevel] = []
            for column in 1..<columns.count {
                let level = try rows.decimal(column)
                if level > 0 { levels.append(SkillLevel(skill: columns[column], level: level)) }
            }
            levels.sort { ($1.level, $0.skill) < ($0.level, $1.skill) }
            skillLevels[try rows.occupation(0)] = levels
        }
    }
}
