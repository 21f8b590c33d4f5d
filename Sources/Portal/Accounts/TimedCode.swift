package import Domain

/// The six digits an authenticator app shows (RFC 6238: SHA-1, 30 seconds), from the secret it shares with the portal.
package struct TimedCode: Sendable {
    /// 160 bits, as long as the hash (RFC 4226, 4).
    package let secret: [UInt8]

    package init(secret: [UInt8]) { self.secret = secret }

    package static func random() -> TimedCode { TimedCode(secret: SecretBytes.random(20)) }

    package static let seconds = 30
    package static let digits = 6

    /// The half-minute an instant falls into, from 1970.
    package static func step(at time: Timestamp) -> Int { Int(time.milliseconds / 1000) / seconds }

    /// The code of one half-minute.
    package func code(atStep step: Int) -> String {
        let counter = (0..<8).reversed().map { UInt8(truncatingIfNeeded: UInt64(step) >> UInt64(8 * $0)) }
        let hash = SHA1.authenticate(counter, key: secret)
        let offset = Int(hash[19] & 0x0F)
        let number = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(hash[offset + $1]) } & 0x7FFF_FFFF
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: Self.digits - text.count) + text
    }

    /// Which half-minute a code belongs to: this one, the one before or the one after, for clocks that differ.
    /// - Parameter typed: spaces and dashes do not count.
    package func step(of typed: String, at time: Timestamp) -> Int? {
        let code = typed.filter { !$0.isWhitespace && $0 != "-" && $0 != "\u{2011}" }
        guard code.utf8.count == Self.digits, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let now = Self.step(at: time)
        // All three are made, however early one fits.
        return [now, now - 1, now + 1].filter { SecretBytes.areEqual(Array(self.code(atStep: $0).utf8), Array(code.utf8)) }.first
    }

    /// As one types it into an app that has no camera: base 32 (RFC 4648), in groups of four.
    package var text: String {
        let letters = Array(Base32.encode(secret))
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: " ")
    }

    /// What the app's camera reads.
    package func address(issuer: String, account: String) -> String {
        "otpauth://totp/\(Self.encoded(issuer)):\(Self.encoded(account))?secret=\(Base32.encode(secret))&issuer=\(Self.encoded(issuer))"
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte -> String in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || "-._~@".utf8.contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + SecretBytes.hexadecimal([byte]).uppercased()
        }.joined()
    }
}

/// Base 32 of RFC 4648, without padding.
enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    static func encode(_ bytes: [UInt8]) -> String {
        var text = ""
        var (held, count) = (0, 0)
        for byte in bytes {
            held = held << 8 | Int(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(letters[held >> count & 31])
            }
            held &= (1 << count) - 1
        }
        if count > 0 { text.append(letters[held << (5 - count) & 31]) }
        return text
    }
}
