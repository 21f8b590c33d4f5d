package import Domain
import Storage

/// How somebody is called, and in which language the portal speaks to them.
package struct ChangeProfile: Sendable {
    let desk: AccountDesk

    package func callAsFunction(_ person: SignedIn, name typed: String, language: Language) async throws {
        var account = person.account
        account.name = typed.asName
        account.language = language
        guard !account.name.isEmpty else { throw AccountError.noName }
        guard account != person.account else { return }
        let (now, changed) = (desk.clock.now, account)
        try await desk.database.write { connection in
            try connection.update(changed)
            guard changed.name != person.account.name else { return }
            try connection.append(AuditEntry(.accountRenamed, by: person.actor, on: changed.id.rawValue), at: now)
        }
    }
}
