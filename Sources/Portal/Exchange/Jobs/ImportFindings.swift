import Domain
import Storage

/// Gathers what a comparison finds, record after record.
struct ImportFindings {
    private(set) var counts = ImportJob.Counts()
    /// References the file has. They tell what is missing from it.
    private var references: Set<String> = []
    private var errorRows: [ImportFinding.ErrorRow] = []
    private let progress: ImportProgress

    /// Beyond a thousand rows nobody corrects on a screen: the returned file has them all.
    static let mostErrorRows = 1_000
    /// A difference is shown, not stored: its text is cut where nobody reads on.
    private static let shown = 400
    /// What one would type again is kept whole, up to what a form carries.
    private static let editable = 20_000

    init(progress: ImportProgress) { self.progress = progress }

    mutating func observe(_ read: [ReadRecord]) {
        for record in read {
            counts.rows += 1
            if let reference = record.record[.reference]?.trimmed { references.insert(reference) }
            guard !record.errors.isEmpty else { continue }
            counts.errorRows += 1
            if errorRows.count < Self.mostErrorRows { errorRows.append(errorRow(record)) }
        }
        progress.advance(by: read.count)
    }

    private func errorRow(_ read: ReadRecord) -> ImportFinding.ErrorRow {
        let record = read.record
        var cells: [String: String] = [:]
        for column in Set(read.errors.compactMap(\.column)).compactMap({ ProgramColumn(name: $0) }) {
            cells[column.name] = String((record[column] ?? "").prefix(Self.editable))
        }
        let title = LocalizedText(en: record[.titleEn]?.trimmed, fr: record[.titleFr]?.trimmed)
        return ImportFinding.ErrorRow(
            row: record.row, reference: String((record[.reference] ?? "").prefix(64)),
            title: title.isEmpty ? read.stored?.title ?? title : title, errors: read.errors, cells: cells)
    }

    /// - Parameter connection: for what the file does not name.
    mutating func finish(
        _ plan: ImportPlan, institution: Institution.ID, _ connection: any SQLConnection
    ) throws -> [ImportFindingKind: [String]] {
        counts.new = plan.newCount
        counts.changed = plan.changedCount
        counts.unchanged = plan.unchangedCount
        counts.notes = plan.noteCount
        counts.errors = plan.errorCount
        let ofFile = plan.errors.filter { error in error.row == nil || !errorRows.contains { $0.row == error.row } }
        let fileErrors = counts.errorRows > errorRows.count ? ofFile.filter { $0.row == nil } : ofFile
        let whole = fileErrors.map { ImportFinding.ErrorRow(row: nil, reference: "", title: LocalizedText(), errors: [$0], cells: [:]) }
        var findings: [ImportFindingKind: [String]] = [:]
        findings[.error] = (whole + errorRows).map { ImportFinding.text($0) }
        findings[.new] = plan.new.map {
            ImportFinding.text(ImportFinding.New(id: $0.id.rawValue, reference: $0.reference, title: $0.title))
        }
        findings[.changed] = plan.changed.map { changed in
            ImportFinding.text(
                ImportFinding.Changed(
                    id: changed.program.id.rawValue, reference: changed.program.reference, title: changed.program.title,
                    differences: changed.differences.map {
                        .init(column: $0.column.name, before: Self.cut($0.before), after: Self.cut($0.after))
                    }))
        }
        findings[.note] = plan.notes.map { note in
            let isDivided = if case .suggested = note.what { true } else { false }
            return ImportFinding.text(
                ImportFinding.Note(
                    row: note.row, column: note.column, former: note.what.former, codes: note.what.occupations.map(\.code.rawValue),
                    isDivided: isDivided))
        }
        if !plan.isRefused {
            let missing = try connection.unarchived(of: institution).filter { !references.contains($0.reference) }
            counts.missing = missing.count
            findings[.missing] = missing.map {
                ImportFinding.text(ImportFinding.Missing(id: $0.id.rawValue, reference: $0.reference, title: $0.title))
            }
        }
        return findings
    }

    private static func cut(_ text: String) -> String { text.count > shown ? text.prefix(shown - 1) + "…" : text }
}
