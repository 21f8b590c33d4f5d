package import ArgumentParser
import Domain
import Portal

/// `tremplin import programs`: adds what is new, changes what is there, leaves alone what is not in the file.
package struct ImportProgramsCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "programs",
        abstract: "Add programs from a CSV, XLSX or JSON file, or change those that are there.",
        discussion: """
            A program is known by its institution and the institution's own reference, so that the same file can be imported again and
            again. Programs that are not in the file stay as they are. A file with mistakes changes nothing; each is named with its row
            and column. Codes of NOC 2016 are translated, and each translation is named. `tremplin export programs` writes the same form.
            """)

    @Argument(help: "A file that ends in .csv, .xlsx or .json.")
    var file: String

    @Flag(help: "Only say what would change.")
    var dryRun = false

    @Flag(help: "Say it as a JSON document.")
    var json = false

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let format = try TableFormat.of(file)
        let settings = try PortalSettings(try await surroundings.configuration())
        let plan = try await TableFile.seekable(file) { path in
            try await surroundings.withDatabase { database in
                let information = try await LoadCatalogue(database: database, settings: settings, clock: surroundings.clock).information()
                let importing = ImportPrograms(database: database)
                let table = ImportFile(path: path, format: format)
                let now = surroundings.clock.now
                if dryRun { return try await importing.plan(table, information: information, now: now) }
                return try await importing.apply(table, information: information, now: now)
            }
        }
        if json { surroundings.console.write(try JSONText.make(ImportReport(plan, isApplied: !dryRun && !plan.isRefused)) + "\n") }
        try refuse(plan, surroundings.console)
        if !json { write(plan, to: surroundings.console) }
        if dryRun { surroundings.console.notice("Nothing was changed: this was a dry run.") }
    }

    private func refuse(_ plan: ImportPlan, _ console: Console) throws {
        guard plan.isRefused else { return }
        if !json { for error in plan.errors { console.notice("\(file): \(error.description)") } }
        let mistakes = plan.errorCount == 1 ? "a mistake" : "\(plan.errorCount.grouped) mistakes"
        throw CommandFailure(.data, "Nothing was changed: \(file) has \(mistakes).")
    }

    private func write(_ plan: ImportPlan, to console: Console) {
        console.line("new \(plan.newCount), changed \(plan.changedCount), unchanged \(plan.unchangedCount)")
        for note in plan.notes { console.line("! \(note.description)") }
        more(plan.noteCount - plan.notes.count, "notes", console)
        for program in plan.new { console.line("+ \(program.institution) \(program.reference)") }
        more(plan.newCount - plan.new.count, "new", console)
        for changed in plan.changed {
            console.line("~ \(changed.program.institution) \(changed.program.reference)")
            for difference in changed.differences {
                console.line("    \(difference.column.name): \(Self.short(difference.before)) -> \(Self.short(difference.after))")
            }
        }
        more(plan.changedCount - plan.changed.count, "changed", console)
    }

    private func more(_ count: Int, _ what: String, _ console: Console) {
        if count > 0 { console.line("… and \(count.grouped) more \(what)") }
    }

    /// On one line, and no longer than a terminal is wide.
    private static func short(_ cell: String) -> String {
        let line = cell.split(whereSeparator: \.isNewline).joined(separator: " | ")
        return line.isEmpty ? "(nothing)" : line.count > 60 ? line.prefix(59) + "…" : line
    }
}

/// The form of a file, by how its name ends.
enum TableFormat {
    static func of(_ file: String) throws(CommandFailure) -> ProgramTableFormat {
        let name = file.lowercased()
        if name.hasSuffix(".csv") { return .csv }
        if name.hasSuffix(".json") { return .json }
        if name.hasSuffix(".xlsx") { return .xlsx }
        throw CommandFailure(.usage, "The file must end in .csv, .xlsx or .json: \(file) does not.")
    }
}
