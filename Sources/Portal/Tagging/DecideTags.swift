import Domain
import Storage

/// What is decided about the tags of programs, and what there was to decide.
struct TagVerdicts: Sendable {
    var verdicts: [Program.ID: [TagTarget: TagDecision.Verdict]]
    /// Releases of what is added by hand.
    let versions: [TagTarget: String]
    let manner: TagReview.Manner
}

extension SQLConnection {
    /// Writes decisions: the tags of both texts, an entry in the history, and what undoing needs. Nothing follows it in its transaction. What
    /// a tag is already, is no decision.
    /// - Returns: the review and how many tags it changed; `nil` when nothing had to be decided.
    func decide(_ asked: TagVerdicts, at institution: Institution.ID, by person: SignedIn, at now: Timestamp) throws
        -> (review: TagReview.ID, count: Int)?
    {
        let ids = asked.verdicts.keys.sorted()
        var decisions: [TagDecision] = []
        var decided: [Program.ID: [TagTarget: Tag]] = [:]
        for sheet in try sheets(ids) where sheet.standing.institution == institution && sheet.standing.state != .archived {
            let program = sheet.standing
            let reading = try reading(of: program.id)
            let items = Dictionary(
                ReviewItem.waiting(program, reading).map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
            var room = ProgramLimits.tags - program.tags.count
            for (target, verdict) in (asked.verdicts[program.id] ?? [:]).sorted(by: { $0.key.sortKey < $1.key.sortKey }) {
                let before = program.tags.first { $0.target == target }
                guard before?.state != verdict.state || before?.decidedAt == nil && asked.manner == .hand else { continue }
                if before == nil {
                    guard room > 0, verdict == .approved || items[target] != nil else { continue }
                    room -= 1
                }
                let item = items[target]
                decisions.append(
                    TagDecision(
                        program: program.id, target: target, verdict: verdict, origin: item?.origin ?? .hand,
                        confidence: item?.confidence, matcher: reading?.reader.matcher ?? "", before: before))
                decided[program.id, default: [:]][target] = Self.tag(
                    target, verdict, before, item, version: asked.versions[target], by: person, at: now)
            }
        }
        guard !decisions.isEmpty else { return nil }
        let review = TagReview(
            id: TagReview.ID(UUIDv7.make(at: now)), institution: institution, account: person.account.id, manner: asked.manner, at: now)
        try add(review, decisions)
        let tags = decided
        try revise(Array(decided.keys), .tagged, by: person.programActor, at: now) { program in
            for (target, tag) in (tags[program.id] ?? [:]).sorted(by: { $0.key.sortKey < $1.key.sortKey }) {
                program.set(tag, for: target)
            }
        }
        return (review.id, decisions.count)
    }

    private static func tag(
        _ target: TagTarget, _ verdict: TagDecision.Verdict, _ before: Tag?, _ item: ReviewItem?, version: String?, by person: SignedIn,
        at now: Timestamp
    ) -> Tag {
        var tag = before ?? Tag(target, taxonomyVersion: item?.taxonomyVersion ?? version)
        if before == nil, let item {
            tag.confidence = item.confidence
            if case .text(let evidence) = item.reason { tag.evidence = evidence?.sentence }
        }
        if tag.taxonomyVersion == nil { tag.taxonomyVersion = version }
        tag.state = verdict.state
        tag.decidedBy = person.account.name
        tag.decidedAt = now
        return tag
    }
}

extension TagDecision.Verdict {
    var state: Tag.State {
        switch self {
        case .approved: .approved
        case .rejected: .rejected
        }
    }
}

extension TagTarget {
    var sortKey: String { kind.rawValue + ":" + code }
}

extension Program {
    /// Puts a tag where the one of its target is, or behind the others; `nil` takes it away.
    mutating func set(_ tag: Tag?, for target: TagTarget) {
        let place = tags.firstIndex { $0.target == target }
        switch (place, tag) {
        case (let place?, let tag?): tags[place] = tag
        case (let place?, nil): tags.remove(at: place)
        case (nil, let tag?): tags.append(tag)
        case (nil, nil): break
        }
    }
}
