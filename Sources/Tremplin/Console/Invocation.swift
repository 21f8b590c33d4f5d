package import ArgumentParser
package import Portal

/// One run of the command: everything it reads and writes comes in here, so that a test can run it whole within its own process.
package struct Invocation: Sendable {
    package let arguments: [String]
    package let environment: [String: String]
    package let console: Console
    package let clock: PortalClock

    /// - Parameter arguments: without the program's own name.
    package init(arguments: [String], environment: [String: String], console: Console, clock: PortalClock = .system) {
        self.arguments = arguments
        self.environment = environment
        self.console = console
        self.clock = clock
    }

    /// - Returns: 0, or a number of `CommandFailure.Code`. Whatever went wrong was said in one sentence on standard error.
    package func run() async -> Int32 {
        do {
            let flags = try SettingFlags(arguments)
            let command = try TremplinCommand.parseAsRoot(flags.remaining)
            if let command = command as? any PortalCommand {
                try await command.run(Surroundings(console: console, flags: flags, environment: environment, clock: clock))
            } else {
                var command = command
                try command.run()
            }
            return 0
        } catch let failure as CommandFailure {
            return end(failure)
        } catch let error as SettingError {
            return end(CommandFailure(.configuration, error.description))
        } catch {
            let code = TremplinCommand.exitCode(for: error)
            let message = TremplinCommand.fullMessage(for: error)
            if code == .success {
                console.line(message)
            } else if code == .validationFailure {
                console.notice(message)
            } else {
                return end(Failures.translate(error))
            }
            return code.rawValue
        }
    }

    private func end(_ failure: CommandFailure) -> Int32 {
        console.notice(failure.sentence)
        return failure.code.rawValue
    }
}

/// What a command is given: where to write, how the portal is configured, what time it is.
package struct Surroundings: Sendable {
    package let console: Console
    package let flags: SettingFlags
    package let environment: [String: String]
    package let clock: PortalClock

    package func configuration() async throws -> PortalConfiguration {
        try await PortalConfiguration(flags: flags, environment: environment)
    }
}

/// A subcommand of `tremplin`.
package protocol PortalCommand: ParsableCommand {
    func run(_ surroundings: Surroundings) async throws
}
