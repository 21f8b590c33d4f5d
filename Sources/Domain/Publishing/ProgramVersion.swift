/// One entry of a program's history: what it was from then on, who wrote it, and why.
package struct ProgramVersion: Hashable, Sendable {
    /// From 1, by program, without gaps.
    package let number: Int
    package let at: Timestamp
    package let actor: ProgramActor
    package let act: ProgramAct
    /// Which of the two texts was written.
    package let side: ProgramSide
    /// The whole program as it was written, with its state at that moment.
    package let program: Program

    package init(number: Int, at: Timestamp, actor: ProgramActor, act: ProgramAct, side: ProgramSide, program: Program) {
        self.number = number
        self.at = at
        self.actor = actor
        self.act = act
        self.side = side
        self.program = program
    }
}

/// The two texts a program can have.
package enum ProgramSide: String, Sendable, CaseIterable {
    /// What stands in the catalogue when the program is published, and the only one of a program that is not.
    case standing
    /// The draft beside a published program.
    case draft
}

/// A program with whatever is written beside it.
package struct ProgramSheet: Hashable, Sendable {
    package var standing: Program
    package var draft: Program?
    /// The version of the standing text that the draft was begun from.
    package var draftBase: Int?
    /// The last version of either; 0 while there is no history.
    package var version: Int

    package init(standing: Program, draft: Program? = nil, draftBase: Int? = nil, version: Int) {
        self.standing = standing
        self.draft = draft
        self.draftBase = draftBase
        self.version = version
    }

    /// What an editor works on.
    package var edited: Program { draft ?? standing }
}
