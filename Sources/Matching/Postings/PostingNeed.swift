package import Domain

/// Something a posting asks for, as it is looked for in programs.
package struct PostingNeed: Hashable, Sendable {
    package let target: TagTarget
    /// Entries of the taxonomies that mean the same.
    package let also: [TagTarget]
    package let role: PostingRole

    package init(_ target: TagTarget, also: [TagTarget] = [], role: PostingRole = .mentioned) {
        self.target = target
        self.also = also
        self.role = role
    }

    package var targets: [TagTarget] { [target] + also }
}

/// The programs that teach what a posting asks for.
package struct PostingCoverage: Sendable {
    package let needs: [PostingNeed]
    /// By need: how many published programs teach it.
    package let programCounts: [Int]
    /// Those that cover most first; at most as many as were asked for.
    package let ranked: [Program]
    /// The smallest set, of at most `PostingCoverage.setLimit` programs one can begin, that covers as much as so many can. Empty when one
    /// program covers as much, or none covers anything.
    package let set: [Step]
    /// No other set of that size covers more.
    package let isProvedBest: Bool
    /// Programs that teach something of it, or prepare for the occupation.
    package let programCount: Int

    package struct Program: Sendable {
        package let program: Domain.Program
        /// Places of `needs` it covers.
        package let covers: [Int]
        /// The posting's occupation, when the program prepares for it.
        package let preparesFor: OccupationCode?
        package let canBegin: Bool
    }

    package struct Step: Sendable {
        package let program: Domain.Program
        package let covers: [Int]
        /// Of these, what no step before it covers.
        package let adds: [Int]
    }

    /// Four: nobody sends the same person to more courses for one posting.
    package static let setLimit = 4

    /// Places of the needs that no published program teaches.
    package var uncovered: [Int] { programCounts.indices.filter { programCounts[$0] == 0 } }
    /// Places of the needs that the set covers, or the first program where there is no set.
    package var coveredTogether: [Int] {
        Array(Set(set.isEmpty ? ranked.first?.covers ?? [] : set.flatMap(\.covers))).sorted()
    }
}
