package import ArgumentParser

/// `tremplin demo`: the invented institutions and programs that show what the portal does.
package struct DemoCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "The demonstration catalogue.", subcommands: [DemoLoadCommand.self])

    package init() {}
}
