import Domain

/// A program's tags as cells: approved ones as codes, one column for each kind; everything else there is to say about tags as JSON
/// in a column of its own.
struct TagCells: Hashable {
    /// Codes of approved tags, by kind.
    var approved: [TagTarget.Kind: [String]]
    /// Tags in other states, and approved ones that carry more than their code.
    var other: [Tag]

    /// As little in `other` as brings back the very same list of tags.
    init(_ tags: [Tag]) {
        approved = [:]
        other = []
        guard !tags.isEmpty else { return }
        for tag in tags where tag.state == .approved { approved[tag.target.kind, default: []].append(tag.target.code) }
        guard self.tags != tags else { return }
        other = tags.filter { $0 != Tag($0.target) }
        if self.tags != tags { other = tags }
    }

    init(approved: [TagTarget.Kind: [String]], other: [Tag]) {
        self.approved = approved
        self.other = other
    }

    /// The columns of codes decide what is approved; `other` adds what is known about those tags, and tags in other states.
    /// Codes that cannot be one of their kind are left out.
    var tags: [Tag] {
        let approvedTargets = TagTarget.Kind.allCases.flatMap { kind in
            (approved[kind] ?? []).compactMap { TagTarget(kind: kind, code: $0) }
        }
        var seen = Set<TagTarget>(minimumCapacity: approvedTargets.count + other.count)
        guard !other.isEmpty else { return approvedTargets.filter { seen.insert($0).inserted }.map { Tag($0) } }
        let isApproved = Set(approvedTargets)
        var tags = other.filter { ($0.state == .approved) == isApproved.contains($0.target) && seen.insert($0.target).inserted }
        for target in approvedTargets where seen.insert(target).inserted { tags.append(Tag(target)) }
        return tags
    }
}

extension ProgramColumn {
    /// The kind of tag whose approved codes the column holds.
    var tagKind: TagTarget.Kind? {
        switch self {
        case .occupations: .occupation
        case .industries: .industry
        case .skills: .skill
        case .technologies: .technology
        default: nil
        }
    }
}

extension TagTarget.Kind {
    var column: ProgramColumn {
        switch self {
        case .occupation: .occupations
        case .industry: .industries
        case .skill: .skills
        case .technology: .technologies
        }
    }
}
