package import Domain
import Matching
package import Storage

/// The queue of suggestions: one program at a time, decided in a second or two, and undone as quickly.
package struct ReviewTags: Sendable {
    let desk: ProgramDesk

    /// Longer than ten minutes at one program is a coffee, not a review.
    package static let longest = 600
    /// What one has done longer ago is undone in the history, not by a key.
    private static let undoTime = Int64(24) * 3_600_000

    /// What there is to do at an institution.
    package func queue(of institution: Institution.ID) async throws -> ReviewQueue {
        try await desk.database.read { connection in
            ReviewQueue(
                waiting: try connection.waitingPrograms(of: institution), textless: try connection.textlessPrograms(of: institution),
                unread: try connection.unreadCount(of: institution),
                newer: try connection.newerReadings(of: institution).count)
        }
    }

    /// One program with everything that waits for it; `nil` when it is not the institution's, or in the archive.
    package func sheet(_ id: Program.ID, at institution: Institution.ID) async throws -> ReviewSheet? {
        try await desk.database.read { connection in
            guard let sheet = try connection.sheet(id), sheet.standing.institution == institution, sheet.standing.state != .archived
            else { return nil }
            let reading = try connection.reading(of: id)
            return ReviewSheet(program: sheet.standing, hasDraft: sheet.draft != nil, reading: reading)
        }
    }

    /// What somebody can undo: their last review of the day.
    package func lastReview(of person: SignedIn, at institution: Institution.ID) async throws -> TagReview? {
        let since = Timestamp(milliseconds: desk.clock.now.milliseconds - Self.undoTime)
        return try await desk.database.read { try $0.lastReview(of: person.account.id, at: institution, since: since) }
    }

    /// Decides about one program.
    /// - Parameters:
    ///   - confidence: whatever waits with at least so much is approved as well, unless the verdicts say otherwise.
    ///   - shownAt: when the page was shown, for the time a program takes.
    /// - Returns: how many tags were decided.
    @discardableResult
    package func decide(
        _ verdicts: [TagTarget: TagDecision.Verdict], approvingFrom confidence: Double? = nil, on id: Program.ID,
        at institution: Institution.ID, shownAt: Timestamp? = nil, by person: SignedIn
    ) async throws -> Int {
        try desk.require(.reviewTags, at: institution, person)
        let (now, today, versions) = (desk.clock.now, desk.today, versions)
        return try await desk.write { connection in
            let sheet = try connection.sheet(id, at: institution)
            var all = verdicts
            // Only what waits is decided here: a page that is old must not bring back what somebody rejected meanwhile.
            let items = ReviewItem.waiting(sheet.standing, try connection.reading(of: id))
            let waiting = Set(items.map(\.target))
            all = all.filter { waiting.contains($0.key) }
            if let confidence {
                for item in items where (item.confidence ?? 0) >= confidence && all[item.target] == nil { all[item.target] = .approved }
            }
            guard !all.isEmpty else { return 0 }
            if let shownAt, shownAt <= now {
                let seconds = Int((now.milliseconds - shownAt.milliseconds) / 1_000)
                try connection.addReviewTime(min(seconds, Self.longest), at: institution, month: today.month)
            }
            let asked = TagVerdicts(verdicts: [id: all], versions: versions(Array(all.keys)), manner: .program)
            return try connection.decide(asked, at: institution, by: person, at: now)?.count ?? 0
        }
    }

    /// Brings tags back to what they were before a review, where nobody has decided otherwise since. The history shows both.
    /// - Returns: how many were brought back, and how many were left because they had changed since; `nil` when it was undone before.
    package func undo(_ review: TagReview.ID, at institution: Institution.ID, by person: SignedIn) async throws
        -> (restored: Int, left: Int)?
    {
        try desk.require(.reviewTags, at: institution, person)
        let now = desk.clock.now
        return try await desk.write { connection in
            guard let found = try connection.review(review, of: institution) else { throw PublishingError.unknown }
            guard try connection.noteUndone(review, at: now) else { return nil }
            let decisions = Dictionary(grouping: try connection.decisions(of: review), by: \.program)
            var (restored, left) = (0, 0)
            var again: [Program.ID: [TagDecision]] = [:]
            for sheet in try connection.sheets(decisions.keys.sorted()) {
                for decision in decisions[sheet.standing.id] ?? [] {
                    let tag = sheet.standing.tags.first { $0.target == decision.target }
                    guard tag?.state == decision.verdict.state, tag?.decidedAt == found.at else {
                        left += 1
                        continue
                    }
                    restored += 1
                    again[sheet.standing.id, default: []].append(decision)
                }
            }
            let back = again
            try connection.revise(Array(back.keys), .tagged, by: person.programActor, at: now) { program in
                for decision in back[program.id] ?? [] { program.set(decision.before, for: decision.target) }
            }
            return (restored, left)
        }
    }

    /// Which release each of the tags belongs to.
    var versions: @Sendable ([TagTarget]) -> [TagTarget: String] {
        let information = desk.information
        return { targets in
            Dictionary(uniqueKeysWithValues: targets.compactMap { target in information.version(of: target).map { (target, $0) } })
        }
    }
}

/// How much waits at an institution.
package struct ReviewQueue: Sendable {
    /// In the order they come: published first, then the most confident.
    package let waiting: [WaitingProgram]
    package let textless: [Program.ID]
    /// Programs nobody has read yet.
    package let unread: Int
    /// Programs that a newer matcher or taxonomy reads otherwise.
    package let newer: Int

    package var suggestions: Int { waiting.reduce(0) { $0 + $1.count } }

    /// The program to look at: the one asked for if it waits, else the one after it, else the first.
    package func place(of id: Program.ID) -> Int? { waiting.firstIndex { $0.id == id } }

    /// The one after a program, whether that still waits or not; the first after the last.
    package func next(after id: Program.ID, standingAt place: Int?) -> Program.ID? {
        let others = waiting.filter { $0.id != id }
        guard !others.isEmpty else { return nil }
        let index = self.place(of: id) ?? place ?? 0
        return others[index < others.count ? index : 0].id
    }

    /// The one before it; the last before the first.
    package func previous(before id: Program.ID) -> Program.ID? {
        guard let place = place(of: id), waiting.count > 1 else { return nil }
        return waiting[place == 0 ? waiting.count - 1 : place - 1].id
    }
}

/// A program as its reviewer sees it.
package struct ReviewSheet: Sendable {
    package let program: Program
    package let hasDraft: Bool
    package let reading: TextReading?
    package let items: [ReviewItem]
    /// What is shown: in the language that was read.
    package let text: ReadableText?

    init(program: Program, hasDraft: Bool, reading: TextReading?) {
        self.program = program
        self.hasDraft = hasDraft
        self.reading = reading
        items = ReviewItem.waiting(program, reading)
        text = reading?.language.map { ReadableText(program, $0) } ?? ReadableText(program)
    }
}

extension CalendarDate {
    /// `2026-11`
    var month: String { String(description.prefix(7)) }
}
