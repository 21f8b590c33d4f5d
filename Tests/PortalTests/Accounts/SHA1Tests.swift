import Testing

@testable import Portal

/// The hash of authenticator codes, against the standard's own examples (FIPS 180, RFC 2202).
@Suite struct SHA1Tests {
    @Test(arguments: [
        ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"), ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
        (String(repeating: "a", count: 1_000_000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
    ])
    func `a text has the hash of the standard`(text: String, digest: String) {
        #expect(SecretBytes.hexadecimal(SHA1.hash(Array(text.utf8))) == digest)
    }

    @Test func `a key shorter or longer than a block is taken as the standard says`() {
        let short = SHA1.authenticate(Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
        #expect(SecretBytes.hexadecimal(short) == "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")
        let long = SHA1.authenticate(
            Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8), key: [UInt8](repeating: 0xAA, count: 80))
        #expect(SecretBytes.hexadecimal(long) == "aa4ae5e15272d00e95705637ce8a3b55ed402112")
    }
}
