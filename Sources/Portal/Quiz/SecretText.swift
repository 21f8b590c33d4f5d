import CSodium

/// Salts, and hashes with them, as hexadecimal text.
enum SecretText {
    private static let isReady = sodium_init() >= 0

    /// 256 random bits.
    static func random() -> String {
        precondition(isReady, "libsodium cannot be used")
        var bytes = [UInt8](repeating: 0, count: 32)
        randombytes_buf(&bytes, bytes.count)
        return hexadecimal(bytes)
    }

    /// BLAKE2b of a text under a salt, 128 bits: enough to tell addresses apart.
    static func hash(_ text: String, salt: String) -> String {
        precondition(isReady, "libsodium cannot be used")
        var hash = [UInt8](repeating: 0, count: 16)
        let (message, key) = (Array(text.utf8), Array(salt.utf8))
        crypto_generichash(&hash, hash.count, message, UInt64(message.count), key, key.count)
        return hexadecimal(hash)
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
