import CSodium
package import Domain

extension ChainedAuditEntry {
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
