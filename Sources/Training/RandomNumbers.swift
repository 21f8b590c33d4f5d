/// Random numbers that are the same for the same seed, on every machine (SplitMix64).
struct RandomNumbers: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A stream of its own for each place in each step, so that what is drawn does not depend on which thread draws.
    init(seed: UInt64, step: Int, place: Int) {
        state = Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15 &* UInt64(step + 1))
        state = Self.mixed(state ^ 0xD1B5_4A32_D192_ED03 &* UInt64(place + 1))
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// 0 up to, not including, 1.
    mutating func fraction() -> Float { Float(next() >> 40) * 0x1p-24 }

    mutating func number(below bound: Int) -> Int { Int(((next() >> 32) * UInt64(bound)) >> 32) }

    /// Mean 0, variance 1: twelve fractions are normal enough to begin with, and exact on every machine.
    mutating func normal() -> Float { (0..<12).reduce(-6) { sum, _ in sum + fraction() } }
}
