import Domain
import Storage

/// The ledger of consents: written in the transaction of what it tells of, never changed. An address stands in it as a keyed hash that goes when
/// the address is erased.
struct ConsentLedger: Sendable {
    let secrets: PortalSecrets

    func append(_ records: ConsentRecord..., of email: EmailAddress, _ connection: any SQLConnection) throws {
        try append(records, of: email, connection)
    }

    func append(_ records: [ConsentRecord], of email: EmailAddress, _ connection: any SQLConnection) throws {
        let subject = SecretBytes.hexadecimal(SecretBytes.random(16))
        try connection.append(records, of: hash(email), newSubject: subject) { UUIDv7.make(at: $0) }
    }

    func history(of email: EmailAddress, _ connection: any SQLConnection) throws -> [ConsentRecord] {
        try connection.consents(of: hash(email))
    }

    /// Nothing tells any more that what was written down was about this address.
    func forget(_ email: EmailAddress, _ connection: any SQLConnection) throws { try connection.forgetSubject(of: hash(email)) }

    func hash(_ email: EmailAddress) -> String { secrets.hash(email.text, for: .consents) }
}
