/// Random numbers that are the same on every machine for the same seed (SplitMix64, G. Steele et al. 2014).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    /// - Parameter stream: tells apart the numbers of, say, one program from those of the next.
    init(seed: UInt64, stream: UInt64) {
        state = Self.mixed(seed) ^ Self.mixed(stream &* 0x9E37_79B9_7F4A_7C15 &+ 0x632B_E59B_D9B4_E019)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// From 0 to below 1.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func chance(_ probability: Double) -> Bool { fraction() < probability }

    mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(fraction() * Double(range.count)) }

    /// - Parameter elements: not empty.
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

    /// One of the values, as often as its weight says.
    mutating func pick<Element>(_ weighted: KeyValuePairs<Element, Double>) -> Element {
        var rest = fraction() * weighted.reduce(0) { $0 + $1.value }
        for (element, weight) in weighted {
            rest -= weight
            if rest < 0 { return element }
        }
        return weighted[weighted.count - 1].key
    }

    /// How often something happened in a row: 0 most often, each further one with the probability given.
    mutating func run(_ probability: Double, most: Int) -> Int {
        var count = 0
        while count < most, chance(probability) { count += 1 }
        return count
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
