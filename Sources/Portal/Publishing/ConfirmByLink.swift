package import Domain
import Matching
import Storage

/// Confirms programs by the link of a reminder, without signing in. Looking at the page changes nothing: programs that read mail before people
/// do follow links as well.
package struct ConfirmByLink: Sendable {
    let desk: ProgramDesk
    let secrets: PortalSecrets
    let reminders: ReminderSettings

    package init(desk: ProgramDesk, secrets: PortalSecrets, reminders: ReminderSettings) {
        self.desk = desk
        self.secrets = secrets
        self.reminders = reminders
    }

    package enum Failure: Error, Hashable, Sendable {
        /// Never signed here, or its time is over, or whoever it was sent to is no longer on the staff.
        case gone
    }

    /// What the page shows: the institution, and the programs that wait for a word.
    package struct Asked: Sendable {
        package let account: Account
        package let institution: Institution.ID
        package let programs: [(id: Program.ID, title: LocalizedText, lastConfirmed: CalendarDate?)]
    }

    package func look(_ text: String) async throws -> Asked {
        let (now, since) = (desk.clock.now, reminders.due(desk.today))
        let token = try token(text, at: now)
        return try await desk.database.read { connection in
            let account = try connection.mayConfirm(token)
            return Asked(
                account: account, institution: token.institution,
                programs: try connection.unconfirmed(of: token.institution, since: since))
        }
    }

    /// - Returns: how many were confirmed.
    package func callAsFunction(_ text: String, _ ids: [Program.ID]) async throws -> Int {
        let token = try token(text, at: desk.clock.now)
        _ = try await desk.database.read { try $0.mayConfirm(token) }
        return try await ConfirmPrograms(desk: desk).confirm(ids, at: token.institution, as: .account(token.account))
    }

    private func token(_ text: String, at now: Timestamp) throws -> ConfirmationToken {
        guard let token = ConfirmationToken(text, secrets), token.expiresAt > now else { throw Failure.gone }
        return token
    }
}

extension SQLConnection {
    /// Roles are taken away and accounts shut while a link is still in somebody's mailbox.
    fileprivate func mayConfirm(_ token: ConfirmationToken) throws -> Account {
        guard let account = try account(token.account), account.state == .active,
            AccessPolicy.allows(.editPrograms, at: token.institution, try memberships(of: account.id))
        else { throw ConfirmByLink.Failure.gone }
        return account
    }
}
