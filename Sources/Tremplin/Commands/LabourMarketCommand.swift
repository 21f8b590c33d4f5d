package import ArgumentParser

/// `tremplin labour-market`: the reference data the portal answers with.
package struct LabourMarketCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "labour-market",
        abstract: "Load, list and build reference data: occupations, industries, skills, technologies, outlooks, wages, demand, geography.",
        subcommands: [LabourMarketLoadCommand.self, LabourMarketStatusCommand.self, LabourMarketBuildCommand.self])

    package init() {}
}
