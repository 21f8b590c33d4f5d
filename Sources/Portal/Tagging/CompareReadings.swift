package import Domain
import Matching
package import Storage

/// What a newer matcher or taxonomy would change, for staff to take or to leave: never by itself.
package struct CompareReadings: Sendable {
    let desk: ProgramDesk

    package struct Comparison: Sendable {
        /// By program, then kind.
        package let differences: [ReadingDifference]
        /// All that were read otherwise.
        package let programs: [Program.ID]
        /// Approved tags whose code the taxonomies in use no longer have.
        package let outdated: [(program: Program.ID, target: TagTarget)]
        /// What the present readings and the newer ones were made with, as far as there is one of each.
        package let before: ReaderVersion?
        package let after: ReaderVersion?
        /// Of the programs listed.
        package let titles: [Program.ID: LocalizedText]

        package func count(_ change: ReadingDifference.Change, _ kind: TagTarget.Kind) -> Int {
            differences.count { $0.change == change && $0.target.kind == kind }
        }
    }

    /// - Parameter samples: so many differences are listed with the titles of their programs.
    package func callAsFunction(at institution: Institution.ID, samples: Int) async throws -> Comparison {
        let information = desk.information
        return try await desk.database.read { connection in
            let programs = try connection.newerReadings(of: institution)
            let differences = try connection.readingDifferences(of: institution, margin: ReadPrograms.margin)
            let outdated = try connection.approvedTags(of: institution).filter { !information.isKnown($0.target) }
            let marks = try programs.first.flatMap { try connection.readingMarks(of: [$0])[$0] } ?? [:]
            let listed = Set(differences.prefix(samples).map(\.program) + outdated.prefix(samples).map(\.program))
            let titles = Dictionary(
                uniqueKeysWithValues: try connection.sheets(listed.sorted()).map { ($0.standing.id, $0.standing.title) })
            return Comparison(
                differences: differences, programs: programs, outdated: outdated, before: marks[.current]?.reader,
                after: marks[.next]?.reader, titles: titles)
        }
    }

    /// Puts the newer readings in the place of the present ones. What was decided stays decided.
    /// - Returns: for how many programs.
    package func take(at institution: Institution.ID, by person: SignedIn) async throws -> Int {
        try desk.require(.reviewTags, at: institution, person)
        return try await desk.database.write { connection in
            let programs = try connection.newerReadings(of: institution)
            try connection.takeNewerReadings(programs)
            return programs.count
        }
    }

    /// Keeps the present ones. The newer ones are not made again until the text or the matcher changes.
    package func leave(at institution: Institution.ID, by person: SignedIn) async throws -> Int {
        try desk.require(.reviewTags, at: institution, person)
        return try await desk.database.write { connection in
            let programs = try connection.newerReadings(of: institution)
            try connection.leaveNewerReadings(programs)
            return programs.count
        }
    }
}
