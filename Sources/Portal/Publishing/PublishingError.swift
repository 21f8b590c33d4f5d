package import Domain

/// Why a program was not written. Closed: pages have a sentence for each.
package enum PublishingError: Error, Sendable {
    case notAllowed
    /// There is no such program at the institution, or no such version of it.
    case unknown
    /// Another program of the institution has the reference.
    case referenceTaken
    /// The act does not go with the state the program is in, such as publishing from the archive.
    case wrongState(Program.State)
    /// What is there cannot be published: the fields that are missing or wrong.
    case incomplete([FieldProblem])
    /// Somebody wrote to it since it was read.
    case conflict(ProgramConflict)
}

/// Two texts of a program that were both made from the same one.
package struct ProgramConflict: Hashable, Sendable {
    /// What both began from, as far as it is known.
    package let base: Program?
    package let mine: Program
    package let theirs: Program
    /// The last version when theirs was read: the one to go on from.
    package let version: Int
    /// The last entry that made theirs what it is.
    package let latest: ProgramVersion?
    package let fields: [ProgramField]
    /// What was taken from theirs because only they had changed it.
    package let taken: [ProgramField]
}
