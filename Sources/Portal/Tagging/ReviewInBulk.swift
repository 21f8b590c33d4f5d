package import Domain
package import Storage

/// Which suggestions are approved at one stroke.
package struct BulkChoice: Hashable, Sendable {
    /// Of a hundred.
    package var percent = 90
    package var kinds = Set(TagTarget.Kind.allCases)
    package var states: Set<Program.State> = [.published]

    package init() {}

    package static let percents = [95, 90, 85, 80, 70, 60, 50]

    var confidence: Double { Double(percent) / 100 }
}

/// Approves what many programs' texts speak for, by confidence: the number and samples first, then the act.
package struct ReviewInBulk: Sendable {
    let desk: ProgramDesk
    private let review: ReviewTags

    init(desk: ProgramDesk) {
        self.desk = desk
        review = ReviewTags(desk: desk)
    }

    /// Programs in one transaction: some seconds at most.
    package static let most = 2_000

    package struct Found: Sendable {
        /// The most confident first, of at most `most` programs.
        package let suggestions: [WaitingSuggestion]
        package let programs: Int
        /// Programs that are left for another time.
        package let left: Int
        /// Titles of the programs of the samples.
        package let titles: [Program.ID: LocalizedText]
    }

    package enum Failure: Error, Sendable {
        /// What is there now is not what was shown.
        case changed
    }

    package func look(_ choice: BulkChoice, at institution: Institution.ID, samples: Int) async throws -> Found {
        try await desk.database.read { connection in
            let (suggestions, left) = try connection.matching(choice, at: institution)
            var ids: [Program.ID] = []
            for one in suggestions.prefix(samples) where !ids.contains(one.program) { ids.append(one.program) }
            let titles = Dictionary(uniqueKeysWithValues: try connection.sheets(ids).map { ($0.standing.id, $0.standing.title) })
            return Found(
                suggestions: suggestions, programs: Set(suggestions.map(\.program)).count, left: left, titles: titles)
        }
    }

    /// - Parameter expected: how many suggestions were shown.
    /// - Returns: how many tags were approved.
    /// - Throws: `Failure.changed` when there are more or fewer by now, and nothing is written then.
    package func approve(_ choice: BulkChoice, expecting expected: Int, at institution: Institution.ID, by person: SignedIn) async throws
        -> Int
    {
        try desk.require(.reviewTags, at: institution, person)
        let (now, versions) = (desk.clock.now, review.versions)
        return try await desk.write { connection in
            let suggestions = try connection.matching(choice, at: institution).suggestions
            guard suggestions.count == expected else { throw Failure.changed }
            guard !suggestions.isEmpty else { return 0 }
            let verdicts = Dictionary(grouping: suggestions, by: \.program).mapValues { found in
                Dictionary(
                    found.map { ($0.suggestion.target, TagDecision.Verdict.approved) }, uniquingKeysWith: { first, _ in first })
            }
            let asked = TagVerdicts(
                verdicts: verdicts, versions: versions(Array(Set(suggestions.map(\.suggestion.target)))), manner: .bulk)
            return try connection.decide(asked, at: institution, by: person, at: now)?.count ?? 0
        }
    }

    /// What was approved so, the last first.
    package func done(at institution: Institution.ID) async throws -> [(review: TagReview, decisions: Int)] {
        try await desk.database.read { try $0.bulkReviews(of: institution, limit: 10) }
    }
}

extension SQLConnection {
    fileprivate func matching(_ choice: BulkChoice, at institution: Institution.ID) throws -> (suggestions: [WaitingSuggestion], left: Int)
    {
        let all = try waitingSuggestions(
            of: institution, states: Program.State.allCases.filter { choice.states.contains($0) && $0 != .archived },
            kinds: TagTarget.Kind.allCases.filter(choice.kinds.contains), from: choice.confidence)
        var taken = Set<Program.ID>()
        for one in all where taken.count < ReviewInBulk.most { taken.insert(one.program) }
        let left = Set(all.map(\.program)).count - taken.count
        return (left == 0 ? all : all.filter { taken.contains($0.program) }, left)
    }
}
