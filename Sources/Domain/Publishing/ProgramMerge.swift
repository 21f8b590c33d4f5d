/// What two people made of the same text, brought together: what only one of them changed is that one's; what both changed otherwise is a
/// conflict that a person decides.
package struct ProgramMerge: Hashable, Sendable {
    /// Mine, with theirs where only they changed something. In conflicts: mine.
    package private(set) var program: Program
    /// Where theirs was taken.
    package private(set) var taken: [ProgramField] = []
    package private(set) var conflicts: [ProgramField] = []

    /// - Parameters:
    ///   - base: what both began from; `nil` when that is not known, and every difference is a conflict.
    ///   - fields: those that are compared. In all others the merge is theirs.
    package init(base: Program?, mine: Program, theirs: Program, fields: [ProgramField] = ProgramField.allCases.filter(\.isInForm)) {
        program = mine
        for field in ProgramField.allCases where !fields.contains(field) { field.take(from: theirs, into: &program) }
        for field in fields where !field.isSame(mine, theirs) {
            if let base, field.isSame(mine, base) {
                field.take(from: theirs, into: &program)
                taken.append(field)
            } else if let base, field.isSame(theirs, base) {
                continue
            } else {
                conflicts.append(field)
            }
        }
    }

    package enum Choice: String, Sendable { case mine, theirs }

    /// With conflicts decided. Those without a choice stay conflicts.
    package func resolving(_ choices: [ProgramField: Choice], theirs: Program) -> ProgramMerge {
        var merge = self
        merge.conflicts = conflicts.filter { choices[$0] == nil }
        for field in conflicts where choices[field] == .theirs { field.take(from: theirs, into: &merge.program) }
        return merge
    }
}
