/// Numbers for the features of words: FNV-1a of 32 bits, stirred by the finaliser of murmur3. The same on every machine, for a model
/// trained on one is read on another.
package enum FeatureHash {
    package static func hash(_ bytes: some Sequence<UInt8>, prefix: StaticString = "") -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for place in 0..<prefix.utf8CodeUnitCount { hash = (hash ^ UInt32(prefix.utf8Start[place])) &* 0x0100_0193 }
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return stirred(hash)
    }

    private static func stirred(_ value: UInt32) -> UInt32 {
        var value = value
        value ^= value >> 16
        value = value &* 0x85EB_CA6B
        value ^= value >> 13
        value = value &* 0xC2B2_AE35
        value ^= value >> 16
        return value
    }
}
