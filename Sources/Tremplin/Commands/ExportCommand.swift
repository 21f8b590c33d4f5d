package import ArgumentParser

/// `tremplin export`
package struct ExportCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write what the database holds.",
        subcommands: [ExportProgramsCommand.self, ExportInstitutionsCommand.self])

    package init() {}
}
