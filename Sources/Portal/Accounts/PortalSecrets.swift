import CSodium
import Foundation

/// The portal's own key, and the keys made of it: one for each purpose, so that what is made for one is worth nothing for another.
///
/// The key stands outside the database: whoever has a copy of the database alone can neither open a second factor's secret nor try addresses
/// against the counters.
package struct PortalSecrets: Sendable {
    package enum Purpose: String, Sendable, CaseIterable {
        /// Seals the secrets of second factors.
        case secondFactor = "second factor"
        /// Hashes recovery codes.
        case recoveryCode = "recovery code"
        /// Hashes the addresses and networks that sign-ins are counted by.
        case attempts = "attempts"
        /// Signs links that may be used more than once, such as those that end a mailing.
        case links = "links"
        /// Makes the private links of inquiries, and the addresses that answers to them go to.
        case inquiries = "inquiries"
        /// Hashes the addresses that the ledger of consents is looked up by.
        case consents = "consents"
    }

    private let master: [UInt8]

    /// - Parameter bytes: 32 random ones.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        master = bytes
    }

    /// - Parameter text: 32 bytes in base64 (with or without its padding, in either alphabet) or in 64 hexadecimal digits.
    package init?(text: String) {
        let text = text.filter { !$0.isWhitespace }
        if text.count == 2 * Self.length, text.allSatisfy(\.isHexDigit) {
            let digits = Array(text)
            self.init(stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) })
        } else {
            var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
            while base64.utf8.count % 4 != 0 { base64 += "=" }
            guard let data = Data(base64Encoded: base64) else { return nil }
            self.init(Array(data))
        }
    }

    /// A key nobody has seen: for a first start, and for tests.
    package static func random() -> PortalSecrets { PortalSecrets(master: SecretBytes.random(length)) }

    private init(master: [UInt8]) { self.master = master }

    /// As it is written into a file.
    package var text: String { Data(master).base64EncodedString() }

    package static let length = 32

    /// 32 bytes that differ by purpose.
    package func key(_ purpose: Purpose) -> [UInt8] { SecretBytes.hash(Array("tremplin: \(purpose.rawValue)".utf8), key: master) }

    /// A keyed hash of a text, in hexadecimal.
    package func hash(_ text: String, for purpose: Purpose) -> String {
        SecretBytes.hexadecimal(SecretBytes.hash(Array(text.utf8), key: key(purpose)))
    }
}

/// libsodium, as far as accounts need it.
enum SecretBytes {
    private static let isReady = sodium_init() >= 0

    static func random(_ count: Int) -> [UInt8] {
        precondition(isReady, "libsodium does not start")
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// BLAKE2b, 32 bytes.
    static func hash(_ message: [UInt8], key: [UInt8] = []) -> [UInt8] {
        precondition(isReady, "libsodium does not start")
        var digest = [UInt8](repeating: 0, count: 32)
        let result = crypto_generichash(&digest, digest.count, message, UInt64(message.count), key, key.count)
        precondition(result == 0, "BLAKE2b refused a key of \(key.count) bytes")
        return digest
    }

    /// XSalsa20-Poly1305, with its nonce in front.
    static func seal(_ plain: [UInt8], key: [UInt8]) -> [UInt8] {
        let nonce = random(Int(crypto_secretbox_NONCEBYTES))
        var sealed = [UInt8](repeating: 0, count: plain.count + Int(crypto_secretbox_MACBYTES))
        let result = crypto_secretbox_easy(&sealed, plain, UInt64(plain.count), nonce, key)
        precondition(result == 0, "a secret could not be sealed")
        return nonce + sealed
    }

    /// `nil` for what was sealed with another key, or is damaged.
    static func open(_ box: [UInt8], key: [UInt8]) -> [UInt8]? {
        let (nonceLength, overhead) = (Int(crypto_secretbox_NONCEBYTES), Int(crypto_secretbox_MACBYTES))
        guard box.count >= nonceLength + overhead else { return nil }
        let sealed = Array(box.dropFirst(nonceLength))
        var plain = [UInt8](repeating: 0, count: sealed.count - overhead)
        let result = crypto_secretbox_open_easy(&plain, sealed, UInt64(sealed.count), Array(box.prefix(nonceLength)), key)
        return result == 0 ? plain : nil
    }

    static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool { a.count == b.count && sodium_memcmp(a, b, a.count) == 0 }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
