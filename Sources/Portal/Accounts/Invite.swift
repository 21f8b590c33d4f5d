package import Domain
import Storage

/// Brings somebody in: makes an account for them, or gives a role to one that is there, and writes to them.
package struct Invite: Sendable {
    let desk: AccountDesk

    /// Who is to come, and as what.
    package struct Invitation: Sendable {
        package var email: String
        package var name: String
        package var language: Language
        package var membership: Membership

        package init(email: String, name: String, language: Language, membership: Membership) {
            self.email = email
            self.name = name
            self.language = language
            self.membership = membership
        }
    }

    /// - Returns: the account, and the link that stands in the mail; no link for somebody who has a password already.
    @discardableResult
    package func callAsFunction(_ invitation: Invitation, by person: SignedIn) async throws -> (account: Account, link: String?) {
        guard person.may(invitation.membership.permissionToGive, at: invitation.membership.institution) else {
            throw AccountError.notAllowed
        }
        return try await invite(invitation, by: person.actor, inviter: person.account.name)
    }

    /// For whoever may run commands on the machine: how the first operator comes in.
    @discardableResult
    package func fromCommandLine(_ invitation: Invitation) async throws -> (account: Account, link: String?) {
        try await invite(invitation, by: .commandLine, inviter: nil)
    }

    private func invite(_ invitation: Invitation, by actor: AuditActor, inviter: String?) async throws -> (account: Account, link: String?)
    {
        guard let email = EmailAddress(invitation.email) else { throw AccountError.noAddress }
        let name = invitation.name.asName
        guard !name.isEmpty else { throw AccountError.noName }
        let (now, membership) = (desk.clock.now, invitation.membership)
        let result = try await desk.database.write { connection in
            var account = try connection.account(email)
            if account?.state == .suspended { throw AccountError.suspended }
            let old = try account.flatMap { try connection.held($0.id, like: membership) }
            // Whoever was invited and has not come may be asked again, with another role.
            if let account, old != nil, account.state == .active { throw AccountError.alreadyThere }
            if account == nil {
                let new = Account(
                    id: Account.ID(UUIDv7.make(at: now)), email: email, name: name, language: invitation.language, state: .invited)
                try connection.insert(new, at: now)
                account = new
            }
            guard let account else { throw AccountError.unknown }
            try connection.give(membership, to: account.id)
            // What they may do has changed: they sign in anew.
            try connection.endSessions(of: account.id)
            let link = account.state == .invited ? try desk.makeLink(.invitation, for: account, connection, at: now) : nil
            try post(account, membership, link: link, inviter: inviter, connection, at: now)
            try connection.append(
                AuditEntry(
                    .accountInvited, by: actor, on: account.id.rawValue, at: membership.institution, from: old?.role.rawValue,
                    to: membership.role.rawValue), at: now)
            return (account, link)
        }
        desk.mail.bell?.ring()
        return result
    }

    private func post(
        _ account: Account, _ membership: Membership, link: String?, inviter: String?, _ connection: any SQLConnection, at now: Timestamp
    ) throws {
        let institution = try membership.institution.flatMap { try connection.institutions("WHERE id = ?", [.text($0.rawValue)]).first }
        // The portal itself asks when nobody signed in does, and for what is held everywhere.
        let place = institution?.name.text(account.language) ?? desk.portalName(account.language)
        let values = ["place": place, "inviter": inviter ?? desk.portalName(account.language)]
        try desk.post(
            link == nil ? .welcome : .invitation, to: account, values: values,
            link: link ?? desk.mail.addresses.signIn(in: account.language), connection, at: now)
    }
}

extension Membership {
    /// What somebody must be allowed to give it, or take it.
    package var permissionToGive: Permission { institution == nil ? .manageOperators : .manageStaff }
}

extension SQLConnection {
    /// The membership somebody holds where this one would be.
    func held(_ account: Account.ID, like membership: Membership) throws -> Membership? {
        try memberships(of: account).first {
            $0.institution == membership.institution && (membership.institution != nil || $0.role == membership.role)
        }
    }
}

extension String {
    /// As a person writes their name: one line, at most 100 characters.
    var asName: String {
        let line = String(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) })
        return String(line.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(100))
    }
}
