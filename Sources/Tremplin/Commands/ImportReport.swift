import Domain
import Portal

/// What an import did, or would do, as `--json` says it (docs/import-format.md).
struct ImportReport: Encodable {
    struct Key: Encodable {
        let institution: String
        let reference: String
    }

    struct Changed: Encodable {
        let institution: String
        let reference: String
        let differences: [Difference]
    }

    struct Difference: Encodable {
        let column: String
        let before: String
        let after: String
    }

    struct Note: Encodable {
        let row: Int
        let column: String
        /// The code of NOC 2016.
        let from: String
        let to: [String]
        let sentence: String
    }

    struct Mistake: Encodable {
        let row: Int?
        let column: String?
        let line: Int?
        let sentence: String
    }

    let applied: Bool
    let new: Int
    let changed: Int
    let unchanged: Int
    let notes: Int
    let mistakes: Int
    /// The first of each.
    let newPrograms: [Key]
    let changedPrograms: [Changed]
    let noteList: [Note]
    let mistakeList: [Mistake]

    init(_ plan: ImportPlan, isApplied: Bool) {
        applied = isApplied
        new = plan.newCount
        changed = plan.changedCount
        unchanged = plan.unchangedCount
        notes = plan.noteCount
        mistakes = plan.errorCount
        newPrograms = plan.new.map { Key(institution: $0.institution.rawValue, reference: $0.reference) }
        changedPrograms = plan.changed.map { changed in
            Changed(
                institution: changed.program.institution.rawValue, reference: changed.program.reference,
                differences: changed.differences.map { Difference(column: $0.column.name, before: $0.before, after: $0.after) })
        }
        noteList = plan.notes.map { note in
            Note(
                row: note.row, column: note.column, from: note.what.former, to: note.what.occupations.map(\.code.rawValue),
                sentence: note.description)
        }
        mistakeList = plan.errors.map { Mistake(row: $0.row, column: $0.column, line: $0.item, sentence: $0.description) }
    }
}
