import Domain
import Storage

/// Another password, for somebody who knows the one they have. Every other session ends, and this one goes on under a new token.
package struct ChangePassword: Sendable {
    let desk: AccountDesk

    package func callAsFunction(_ person: SignedIn, from old: String, to new: String, from origin: SignInOrigin) async throws -> NewSession
    {
        try await desk.confirm(old, of: person.account.id, from: origin)
        let now = desk.clock.now
        let institutions = try await desk.database.read { try $0.institutions(of: person.account.id) }
        let hash = try await desk.hash(new, for: person.account, at: institutions)
        let session = try await desk.database.write { connection in
            try connection.setPasswordHash(hash, of: person.account.id, at: now)
            try connection.eraseLinks(of: person.account.id, for: .passwordReset)
            let session = try connection.rotate(person, at: now)
            let signIn = desk.mail.addresses.signIn(in: person.account.language)
            try desk.post(.passwordChanged, to: person.account, link: signIn, connection, at: now)
            try connection.append(AuditEntry(.passwordChanged, by: person.actor, on: person.account.id.rawValue), at: now)
            return session
        }
        desk.mail.bell?.ring()
        return session
    }
}
