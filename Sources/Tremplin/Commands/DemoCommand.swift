package import ArgumentParser

/// `tremplin demo`: the invented institutions and programs that show what the portal does, and how fast.
package struct DemoCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "The demonstration catalogue, or an invented one of any size.",
        discussion: """
            `tremplin demo load` puts the hand-written catalogue into the database. `tremplin demo --programs 100000 --seed 7` invents a
            large one: see `tremplin help demo invent`.
            """,
        subcommands: [DemoInventCommand.self, DemoLoadCommand.self], defaultSubcommand: DemoInventCommand.self)

    package init() {}
}
