package import Domain

/// A catalogue of any size to measure and try out the portal with: skewed as real ones are, in two languages, and no two programs alike.
///
/// Each program depends on the seed, the day and its own number alone. So a catalogue of a million programs needs no more memory than one
/// of ten, its parts can be made at the same time, and a small one is the beginning of a large one. Nobody and nothing in it is real.
package struct InventedCatalogue: Sendable {
    package let count: Int
    private let composer: ProgramComposer

    /// - Parameters:
    ///   - today: the day dates are counted from.
    ///   - information: what occupations, industries, skills, technologies and towns come from.
    /// - Throws: when a file of the demonstration is not beside the program, or when there is nothing to tag programs with.
    package init(count: Int, seed: UInt64, today: CalendarDate, information: LabourMarketInformation) throws {
        guard !information.occupations.isEmpty, !information.industries.isEmpty, !information.technologies.isEmpty,
            !information.postalAreas.isEmpty, information.skills.values.contains(where: \.name.isBilingual)
        else { throw NothingToTagWith() }
        self.count = count
        composer = try ProgramComposer(seed: seed, today: today, information: information)
    }

    /// Reference data of a kind that programs are tagged with is not loaded.
    package struct NothingToTagWith: Error {}

    /// Those that can offer programs, the largest first.
    package var institutions: [Institution] { composer.institutions.elements }

    /// - Parameter index: 0 to below `count`.
    package func program(_ index: Int) -> Program { composer.program(index) }

    /// All programs in order, a batch at a time; while one batch is worked on, the next is made.
    package func forEachBatch(of size: Int = 2_000, _ body: ([Program]) async throws -> Void) async rethrows {
        var next = Task { batch(0, size) }
        for start in stride(from: 0, to: count, by: size) {
            let programs = await next.value
            if start + size < count { next = Task { batch(start + size, size) } }
            try await body(programs)
        }
    }

    private func batch(_ start: Int, _ size: Int) -> [Program] {
        (start..<max(start, min(start + size, count))).map(composer.program)
    }
}
