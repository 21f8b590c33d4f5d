package import Domain
import Storage

/// How good the suggestions are, by what people made of them, and how long that takes.
package struct MeasureTagging: Sendable {
    let desk: ProgramDesk

    /// One line of the figures.
    package struct Line: Hashable, Sendable {
        package let institution: Institution.ID
        package let kind: TagTarget.Kind
        package let matcher: String
        /// Suggestions that were approved, and that were rejected.
        package var approved = 0
        package var rejected = 0
        /// Added by hand though nothing had suggested it.
        package var added = 0
        /// Approved before and taken off by hand.
        package var removed = 0

        /// Of the suggestions decided about, the share that was approved; `nil` when there was none.
        package var acceptance: Double? {
            approved + rejected == 0 ? nil : Double(approved) / Double(approved + rejected)
        }
    }

    package struct Figures: Sendable {
        /// By institution, kind and matcher.
        package let lines: [Line]
        /// Seconds a program takes; `nil` when none was timed.
        package let median: Int?
        /// Programs timed.
        package let timed: Int
    }

    /// The last 12 months of times; decisions since the beginning.
    /// - Parameter institution: `nil` for all of them.
    package func callAsFunction(of institution: Institution.ID?) async throws -> Figures {
        let month = desk.today.adding(days: -365).month
        return try await desk.database.read { connection in
            let times = try connection.reviewTimes(of: institution, since: month)
            return Figures(
                lines: Self.lines(try connection.decisionCounts(of: institution)), median: Self.median(times),
                timed: times.reduce(0) { $0 + $1.count })
        }
    }

    private static func lines(_ counts: [DecisionCount]) -> [Line] {
        struct Key: Hashable {
            let institution: Institution.ID
            let kind: TagTarget.Kind
            let matcher: String
        }
        var lines: [Key: Line] = [:]
        for count in counts {
            let key = Key(institution: count.institution, kind: count.kind, matcher: count.matcher)
            var line = lines[key] ?? Line(institution: count.institution, kind: count.kind, matcher: count.matcher)
            switch (count.origin, count.verdict) {
            case (.hand, .approved): line.added += count.count
            case (.hand, .rejected): line.removed += count.count
            case (_, .approved): line.approved += count.count
            case (_, .rejected): line.rejected += count.count
            }
            lines[key] = line
        }
        let order = Dictionary(uniqueKeysWithValues: TagTarget.Kind.allCases.enumerated().map { ($1, $0) })
        return lines.values.sorted { a, b in
            (a.institution.rawValue, order[a.kind] ?? 0, a.matcher) < (b.institution.rawValue, order[b.kind] ?? 0, b.matcher)
        }
    }

    /// The lower of the two middle ones where there are two.
    static func median(_ times: [(seconds: Int, count: Int)]) -> Int? {
        let total = times.reduce(0) { $0 + $1.count }
        guard total > 0 else { return nil }
        var seen = 0
        for time in times {
            seen += time.count
            if seen * 2 >= total { return time.seconds }
        }
        return nil
    }
}
