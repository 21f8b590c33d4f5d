package import ArgumentParser

/// `tremplin mail`: does it get through, and what waits?
package struct MailCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Try out mail, look at what waits to be sent, and take what comes in.",
        subcommands: [MailTestCommand.self, MailOutboxCommand.self, MailReceiveCommand.self])

    package init() {}
}
