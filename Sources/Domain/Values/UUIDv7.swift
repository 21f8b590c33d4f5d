/// Time-ordered identifiers (RFC 9562, version 7): 48 bits of milliseconds, then 74 random bits.
package enum UUIDv7 {
    /// - Parameters:
    ///   - time: milliseconds since 1970 UTC.
    ///   - generator: the source of the random bits; the system's unless a test or a seeded demo says otherwise.
    /// - Returns: 36 characters of lower-case hexadecimal with dashes.
    package static func make(at time: Timestamp, using generator: inout some RandomNumberGenerator) -> String {
        let millis = UInt64(max(0, time.milliseconds)) & 0xFFFF_FFFF_FFFF
        return text(high: millis << 16 | 0x7000 | generator.next() & 0x0FFF, low: 0x8000_0000_0000_0000 | generator.next() >> 2)
    }

    package static func make(at time: Timestamp) -> String {
        var generator = SystemRandomNumberGenerator()
        return make(at: time, using: &generator)
    }

    fileprivate static func text(high: UInt64, low: UInt64) -> String {
        String(unsafeUninitializedCapacity: 36) { bytes in
            var place = 0
            for index in 0..<32 {
                if index == 8 || index == 12 || index == 16 || index == 20 {
                    bytes[place] = UInt8(ascii: "-")
                    place += 1
                }
                let digit = UInt8((index < 16 ? high : low) >> UInt64(60 - index % 16 * 4) & 0xF)
                bytes[place] = digit < 10 ? 48 + digit : 87 + digit
                place += 1
            }
            return 36
        }
    }

    /// Identifiers of one moment, each greater than the one before (RFC 9562, 6.2, method 1: the bits after the time are a counter with a
    /// random start). What is made in one go then stands in the database in the order it was made, and goes in at the end of each index.
    package struct Series {
        private var millis: UInt64
        /// 26 bits: the 12 after the version, and the first 14 after the variant.
        private var counter: UInt64

        package init(at time: Timestamp) {
            millis = UInt64(max(0, time.milliseconds)) & 0xFFFF_FFFF_FFFF
            // The first half only, so that tens of millions follow before the time has to be moved on.
            counter = UInt64.random(in: 0..<1 << 25)
        }

        package mutating func next() -> String {
            counter += 1
            if counter >> 26 != 0 {
                counter = 0
                millis += 1
            }
            let random = UInt64.random(in: 0..<1 << 48)
            return text(
                high: millis << 16 | 0x7000 | counter >> 14, low: 0x8000_0000_0000_0000 | (counter & 0x3FFF) << 48 | random)
        }
    }
}
