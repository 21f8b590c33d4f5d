/// What was done to a program, as a word of its history: a page shows the text `console.history.act.<word>`.
package enum ProgramAct: String, Sendable, CaseIterable {
    /// As it was when the history began: nobody wrote it then.
    case found
    case created
    /// Made as a copy of another.
    case duplicated
    case edited
    case published
    case unpublished
    case archived
    /// Taken back out of the archive.
    case unarchived
    /// An earlier version was brought back.
    case reverted
    /// The draft beside the published version was thrown away.
    case discarded
    /// Somebody said that it is still right.
    case confirmed
    case imported
    /// Tags were reviewed.
    case tagged
    /// Its institution was merged into another.
    case moved
}
