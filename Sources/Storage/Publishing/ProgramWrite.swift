package import Domain

/// One write to a program: the text, which of its two texts it is, and what must be true for it to be made.
package struct ProgramWrite: Sendable {
    package enum Side: Sendable {
        /// The standing text. A draft beside it stays.
        case standing
        /// The standing text, and the draft beside it goes.
        case standingAndNoDraft
        /// The draft beside it. One that begins is begun from the standing text as it is now.
        case draft
        /// The draft beside it, compared with the standing text as it is now: whatever was written to that since the draft began is settled.
        case settledDraft

        var isDraft: Bool { self == .draft || self == .settledDraft }
    }

    package enum Expectation: Hashable, Sendable {
        /// Whatever is there.
        case anything
        /// No program has that id.
        case absent
        /// Nothing was written since that version; 0 for a program without a history.
        case version(Int)
    }

    package var program: Program
    package var side: Side
    package var act: ProgramAct
    package var expecting: Expectation

    package init(_ program: Program, _ act: ProgramAct, side: Side = .standing, expecting: Expectation) {
        self.program = program
        self.side = side
        self.act = act
        self.expecting = expecting
    }
}

/// Why programs were not written. Nothing of the transaction may be kept then: throw it on.
package enum ProgramWriteError: Error, Hashable, Sendable {
    /// Somebody wrote to it since: the version that is there now; `nil` when the program should not be there, or should and is not.
    case conflict(Program.ID, found: Int?)
    /// Another program of the institution has the reference.
    case referenceTaken(ProgramKey, by: Program.ID)
    /// A program stays with the institution that made it.
    case otherInstitution(Program.ID)
}

/// What was written.
package struct WrittenPrograms: Hashable, Sendable {
    /// The last version of each program.
    package let versions: [Program.ID: Int]
    /// The number of the last change of the log.
    package let lastChange: Int

    package init(versions: [Program.ID: Int], lastChange: Int) {
        self.versions = versions
        self.lastChange = lastChange
    }
}
