package import ArgumentParser

/// `tremplin mail`: does it get through, and what waits?
package struct MailCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Try out mail, and look at what waits to be sent.",
        subcommands: [MailTestCommand.self, MailOutboxCommand.self])

    package init() {}
}
