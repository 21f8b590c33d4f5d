/// An assertion about a program: it prepares for an occupation, serves an industry, teaches a skill or a technology.
package struct Tag: Hashable, Sendable, Codable {
    package var target: TagTarget
    package var state: State
    /// The words of the program it rests on.
    package var evidence: String?
    /// 0 to 1; `nil` when a person made it.
    package var confidence: Double?
    /// Who decided: a staff member's name, or the name and version of a matcher.
    package var decidedBy: String?
    package var decidedAt: Timestamp?
    /// The release of the taxonomy it was made with: `NOC 2021 v1.0`.
    package var taxonomyVersion: String?

    package enum State: String, Codable, Sendable, CaseIterable {
        case suggested, approved, rejected, inferred
    }

    package init(
        _ target: TagTarget, state: State = .approved, evidence: String? = nil, confidence: Double? = nil,
        decidedBy: String? = nil, decidedAt: Timestamp? = nil, taxonomyVersion: String? = nil
    ) {
        self.target = target
        self.state = state
        self.evidence = evidence
        self.confidence = confidence
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
        self.taxonomyVersion = taxonomyVersion
    }

    /// Learners find the program by it.
    package var isPublic: Bool { state == .approved || state == .inferred }
}

/// What a tag points at.
package enum TagTarget: Hashable, Sendable {
    case occupation(OccupationCode)
    case industry(Industry.Code)
    case skill(Skill.ID)
    case technology(Technology.ID)

    package enum Kind: String, Codable, Sendable, CaseIterable {
        case occupation, industry, skill, technology
    }

    package var kind: Kind {
        switch self {
        case .occupation: .occupation
        case .industry: .industry
        case .skill: .skill
        case .technology: .technology
        }
    }

    package var code: String {
        switch self {
        case .occupation(let code): code.rawValue
        case .industry(let code): code.rawValue
        case .skill(let id): id.rawValue
        case .technology(let id): id.rawValue
        }
    }

    /// `nil` when an occupation's code is not one.
    package init?(kind: Kind, code: String) {
        switch kind {
        case .occupation:
            guard let code = OccupationCode(code) else { return nil }
            self = .occupation(code)
        case .industry: self = .industry(Industry.Code(code))
        case .skill: self = .skill(Skill.ID(code))
        case .technology: self = .technology(Technology.ID(code))
        }
    }
}

extension TagTarget: Codable {
    private enum Key: String, CodingKey { case kind, code }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let code = try container.decode(String.self, forKey: .code)
        guard let target = TagTarget(kind: try container.decode(Kind.self, forKey: .kind), code: code) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a tag: \(code)"))
        }
        self = target
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(code, forKey: .code)
    }
}
