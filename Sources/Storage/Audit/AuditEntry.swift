import CSodium
package import Domain

/// One administrative act. Values are words and keys, never names, addresses or secrets.
package struct AuditEntry: Hashable, Sendable {
    package var actor: AuditActor
    package var act: AuditAct
    /// At which institution; `nil` for what concerns all.
    package var institution: Institution.ID?
    /// The key of what it was done to.
    package var subject: String
    package var oldValue: String?
    package var newValue: String?

    package init(
        _ act: AuditAct, by actor: AuditActor, on subject: String, at institution: Institution.ID? = nil, from oldValue: String? = nil,
        to newValue: String? = nil
    ) {
        self.actor = actor
        self.act = act
        self.institution = institution
        self.subject = subject
        self.oldValue = oldValue
        self.newValue = newValue
    }
}

/// An entry in its place in the chain.
package struct StoredAuditEntry: Hashable, Sendable {
    /// From 1, without gaps.
    package let number: Int
    package let at: Timestamp
    package let entry: AuditEntry
    package let previousHash: String
    package let hash: String

    /// The hash an entry must have in this place: SHA-256 over the previous hash and every field, each with its length before it, so that no
    /// two different entries are written the same.
    package static func hash(_ entry: AuditEntry, number: Int, at time: Timestamp, after previous: String) -> String {
        var bytes: [UInt8] = []
        let fields: [String?] = [
            previous, String(number), String(time.milliseconds), entry.actor.text, entry.act.rawValue, entry.institution?.rawValue,
            entry.subject, entry.oldValue, entry.newValue,
        ]
        for field in fields {
            // What is absent is not what is empty.
            bytes += Array((field.map { "\($0.utf8.count):" + $0 } ?? "-").utf8) + [UInt8(ascii: "\n")]
        }
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        let digits = Array("0123456789abcdef")
        return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    var isSound: Bool { hash == Self.hash(entry, number: number, at: at, after: previousHash) }
}
