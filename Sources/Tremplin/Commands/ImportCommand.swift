package import ArgumentParser

/// `tremplin import`
package struct ImportCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring programs or institutions in from a file.",
        subcommands: [ImportProgramsCommand.self, ImportInstitutionsCommand.self])

    package init() {}
}
