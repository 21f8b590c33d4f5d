/// Time-ordered identifiers (RFC 9562, version 7): 48 bits of milliseconds, then 74 random bits.
package enum UUIDv7 {
    /// - Parameters:
    ///   - time: milliseconds since 1970 UTC.
    ///   - generator: the source of the random bits; the system's unless a test or a seeded demo says otherwise.
    /// - Returns: 36 characters of lower-case hexadecimal with dashes.
    package static func make(at time: Timestamp, using generator: inout some RandomNumberGenerator) -> String {
        let millis = UInt64(max(0, time.milliseconds)) & 0xFFFF_FFFF_FFFF
        let high = millis << 16 | 0x7000 | generator.next() & 0x0FFF
        let low = 0x8000_0000_0000_0000 | generator.next() >> 2
        let digits = hex(high) + hex(low)
        var text = [UInt8]()
        text.reserveCapacity(36)
        for (index, digit) in digits.enumerated() {
            if index == 8 || index == 12 || index == 16 || index == 20 { text.append(UInt8(ascii: "-")) }
            text.append(digit)
        }
        return String(decoding: text, as: UTF8.self)
    }

    package static func make(at time: Timestamp) -> String {
        var generator = SystemRandomNumberGenerator()
        return make(at: time, using: &generator)
    }

    private static func hex(_ value: UInt64) -> [UInt8] {
        (0..<16).map { Array("0123456789abcdef".utf8)[Int(value >> (60 - 4 * $0) & 0xF)] }
    }
}
