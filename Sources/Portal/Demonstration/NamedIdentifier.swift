/// Identifiers made from a name: the same name gives the same one, on every machine (RFC 9562, version 8).
package enum NamedIdentifier {
    /// - Returns: 36 characters of lower-case hexadecimal with dashes, of two 64-bit FNV-1a hashes.
    package static func make(_ name: String) -> String {
        let high = hash("1/" + name) & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
        let low = hash("2/" + name) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = hexadecimal(high) + hexadecimal(low)
        let cuts = [0, 8, 12, 16, 20, 32]
        return zip(cuts, cuts.dropFirst()).map { String(decoding: digits[$0..<$1], as: UTF8.self) }.joined(separator: "-")
    }

    private static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        // A finaliser, because the last bytes of a name reach only the low bits otherwise.
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ hash >> 33
    }

    private static func hexadecimal(_ value: UInt64) -> [UInt8] {
        (0..<16).map { Array("0123456789abcdef".utf8)[Int(value >> (60 - 4 * $0) & 0xF)] }
    }
}
