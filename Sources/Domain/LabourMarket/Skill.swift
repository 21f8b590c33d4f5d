/// An entry of the skills taxonomy: something a short program can teach and an employer can name.
package struct Skill: Hashable, Sendable {
    package typealias ID = Identifier<Skill>

    package enum Kind: String, Codable, Sendable, CaseIterable {
        case technical, interpersonal
    }

    /// A stable short name: `oasis:critical-thinking`, `esco:<uuid>`, `tremplin:mig-welding`.
    package let id: ID
    package let name: LocalizedText
    /// Other words for the same skill, per language.
    package let aliases: [Language: [String]]
    package let kind: Kind
    /// The wider skill this one belongs to.
    package let broader: ID?
    /// The key of the source in `ReferenceSource`.
    package let source: String

    package init(id: ID, name: LocalizedText, aliases: [Language: [String]] = [:], kind: Kind, broader: ID? = nil, source: String) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.kind = kind
        self.broader = broader
        self.source = source
    }
}

/// How much of a skill an occupation asks for (OaSIS: 0 none to 5 highest).
package struct SkillLevel: Hashable, Sendable {
    package let skill: Skill.ID
    package let level: Double

    package init(skill: Skill.ID, level: Double) {
        self.skill = skill
        self.level = level
    }
}

/// A tool or technology, as employers name it. Product names are the same in every language.
package struct Technology: Hashable, Sendable {
    package typealias ID = Identifier<Technology>

    package enum Kind: String, Codable, Sendable, CaseIterable {
        case software, tool
    }

    package let id: ID
    package let name: LocalizedText
    package let kind: Kind
    /// Often asked for in employers' postings (O*NET "hot technology").
    package let isHot: Bool

    package init(id: ID, name: LocalizedText, kind: Kind, isHot: Bool = false) {
        self.id = id
        self.name = name
        self.kind = kind
        self.isHot = isHot
    }
}
