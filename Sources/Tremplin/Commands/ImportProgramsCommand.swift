package import ArgumentParser
import Domain
import Portal

/// `tremplin import programs`: adds what is new, changes what is there, leaves alone what is not in the file.
package struct ImportProgramsCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "programs",
        abstract: "Add programs from a CSV or JSON file, or change those that are there.",
        discussion: """
            A program is known by its institution and the institution's own reference, so that the same file can be imported again and
            again. Programs that are not in the file stay as they are. A file with mistakes changes nothing; each is named with its row
            and column. `tremplin export programs` writes the same form.
            """)

    @Argument(help: "A file that ends in .csv or .json.")
    var file: String

    @Flag(help: "Only say what would change.")
    var dryRun = false

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let format = try TableFormat.of(file)
        let data = try TableFile.bytes(file)
        let settings = try PortalSettings(try await surroundings.configuration())
        try await surroundings.withDatabase { database in
            let information = try await LoadCatalogue(database: database, settings: settings, clock: surroundings.clock).information()
            let importing = ImportPrograms(database: database)
            let now = surroundings.clock.now
            let plan = try await importing.plan(data, format: format, information: information, now: now)
            try refuse(plan, surroundings.console)
            write(plan, to: surroundings.console)
            guard !dryRun else { return surroundings.console.notice("Nothing was changed: this was a dry run.") }
            try await importing.apply(plan, now: now)
        }
    }

    private func refuse(_ plan: ImportPlan, _ console: Console) throws {
        guard plan.isRefused else { return }
        for error in plan.errors { console.notice("\(file): \(error.description)") }
        let mistakes = plan.errorCount == 1 ? "a mistake" : "\(plan.errorCount.grouped) mistakes"
        throw CommandFailure(.data, "Nothing was changed: \(file) has \(mistakes).")
    }

    private func write(_ plan: ImportPlan, to console: Console) {
        console.line("new \(plan.new.count), changed \(plan.changed.count), unchanged \(plan.unchanged.count)")
        for program in plan.new { console.line("+ \(program.institution) \(program.reference)") }
        for changed in plan.changed {
            console.line("~ \(changed.program.institution) \(changed.program.reference)")
            for difference in changed.differences {
                console.line("    \(difference.column.rawValue): \(Self.short(difference.before)) -> \(Self.short(difference.after))")
            }
        }
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
        throw CommandFailure(.usage, "The file must end in .csv or .json: \(file) does not.")
    }
}
