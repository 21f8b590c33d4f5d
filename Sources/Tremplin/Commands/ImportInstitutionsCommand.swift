package import ArgumentParser
import Domain
import Portal

/// `tremplin import institutions`
package struct ImportInstitutionsCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "institutions",
        abstract: "Add institutions from a CSV file, or change those that are there.",
        discussion: "The columns are id, name_en, name_fr, kind, url, city and postal_code. Institutions that are not in the file stay.")

    @Argument(help: "A file that ends in .csv.")
    var file: String

    @Flag(help: "Only say what would change.")
    var dryRun = false

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let table = try TableFile.read(file)
        try await surroundings.withDatabase { database in
            let importing = ImportInstitutions(database: database)
            let plan = try await importing.plan(table)
            let console = surroundings.console
            console.line("new \(plan.new.count), changed \(plan.changed.count), unchanged \(plan.unchanged.count)")
            for institution in plan.new { console.line("+ \(institution.id)") }
            for institution in plan.changed { console.line("~ \(institution.id)") }
            guard !dryRun else { return console.notice("Nothing was changed: this was a dry run.") }
            try await importing.apply(plan, now: surroundings.clock.now)
        }
    }
}
