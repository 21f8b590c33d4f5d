package import ArgumentParser
import Domain
import Portal

/// `tremplin user`
package struct UserCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Bring people in, and help those who have lost their second factor.",
        subcommands: [UserCreateCommand.self, UserListCommand.self, UserResetSecondFactorCommand.self, UserEraseCommand.self])

    package init() {}
}

/// `tremplin user create`
package struct UserCreateCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Invite somebody: the first operator of a portal comes in this way.",
        discussion: """
            Prints a link that works once, for seven days, and puts the same into the post. Whoever opens it chooses their own password: none is
            ever read from a command line. For an address that was invited and has not come, the link is made anew.
            """)

    @Flag(name: .customLong("operator"), help: "As an operator, who runs the portal.")
    var isOperator = false

    @Flag(name: .customLong("counsellor"), help: "As a career counsellor.")
    var isCounsellor = false

    @Option(help: "With --role: the id of an institution.")
    var institution: String?

    @Option(help: "At the institution: viewer, editor or manager.")
    var role: String?

    @Option(help: "The e-mail address to sign in with.")
    var email: String

    @Option(help: "The person's name.")
    var name: String

    @Option(help: "The language to write to them in: en or fr.")
    var language: Language = .en

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let membership = try membership
        let invitation = Invite.Invitation(email: email, name: name, language: language, membership: membership)
        do {
            let link = try await surroundings.withAccounts { try await $0.invite.fromCommandLine(invitation).link }
            if let link {
                surroundings.console.line(link)
            } else {
                surroundings.console.notice("\(email) has an account already; the role was added.")
            }
        } catch AccountError.noAddress {
            throw CommandFailure(.usage, "\(email) is no e-mail address.")
        } catch AccountError.noName {
            throw CommandFailure(.usage, "The name is empty.")
        } catch AccountError.alreadyThere {
            throw CommandFailure(.data, "\(email) has a role there already.")
        } catch AccountError.suspended {
            throw CommandFailure(.data, "The account of \(email) is suspended.")
        }
    }

    private var membership: Membership {
        get throws {
            let ways = [isOperator, isCounsellor, institution != nil].count { $0 }
            guard ways == 1, (role != nil) == (institution != nil) else {
                throw CommandFailure(.usage, "Give one of --operator, --counsellor, or --institution together with --role.")
            }
            let found =
                institution.map { id in role.flatMap { Role(rawValue: $0) }.flatMap { Membership($0, at: Institution.ID(id)) } }
                ?? Membership(isOperator ? .operator : .counsellor)
            guard let found else { throw CommandFailure(.usage, "The role at an institution is viewer, editor or manager.") }
            return found
        }
    }
}

/// `tremplin user list`
package struct UserListCommand: PortalCommand {
    package static let configuration = CommandConfiguration(commandName: "list", abstract: "Show every account, with its roles.")

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let members = try await surroundings.withAccounts { try await $0.staff.all() }
        var table = TextTable(["email", "name", "state", "second factor", "roles"])
        for member in members {
            let roles = member.memberships.map { membership in
                membership.role.rawValue + (membership.institution.map { " at \($0)" } ?? "")
            }
            table.add([
                member.account.email.text, member.account.name, member.account.state.rawValue, member.hasSecondFactor ? "yes" : "no",
                roles.joined(separator: ", "),
            ])
        }
        surroundings.console.write(table.text)
    }
}

/// `tremplin user reset-second-factor`
package struct UserResetSecondFactorCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "reset-second-factor",
        abstract: "Take the second factor from somebody who has lost it and the recovery codes.",
        discussion: "Make sure that it is them. All their sessions end; they sign in by password and set up another. They are told by mail."
    )

    @Option(help: "The e-mail address they sign in with.")
    var email: String

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        guard let address = EmailAddress(email) else { throw CommandFailure(.usage, "\(email) is no e-mail address.") }
        do { try await surroundings.withAccounts { try await $0.resetSecondFactor.fromCommandLine(address) } } catch AccountError.unknown {
            throw CommandFailure(.data, "There is no account with the address \(address).")
        }
        surroundings.console.notice("\(address) can sign in by password and set up another second factor.")
    }
}

/// `tremplin user erase`
package struct UserEraseCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase an account with everything that hangs on it. There is no way back.",
        discussion: "What was done with it stays in the log and in histories, under an id that leads to nobody.")

    @Option(help: "The e-mail address they sign in with.")
    var email: String

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        guard let address = EmailAddress(email) else { throw CommandFailure(.usage, "\(email) is no e-mail address.") }
        do { try await surroundings.withAccounts { try await $0.erase.fromCommandLine(address) } } catch AccountError.unknown {
            throw CommandFailure(.data, "There is no account with the address \(address).")
        } catch AccountError.lastOperator {
            throw CommandFailure(.data, "\(address) is the only operator: without them nobody could run the portal.")
        }
        surroundings.console.notice("The account of \(address) is erased.")
    }
}
