/// SplitMix64: the same "random" texts in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension SeededGenerator {
    /// Any Unicode text, with more of what is dangerous in an address or a page than chance would bring.
    mutating func hostileText(longest: Int = 24) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...longest, using: &self) {
            if Bool.random(using: &self), let scalar = Self.dangerous.randomElement(using: &self) {
                text.append(scalar)
            } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &self)) {
                text.append(scalar)
            }
        }
        return String(text)
    }

    private static let dangerous = Array("\"'<>&/=:;%+#?!,\u{0}\u{1}\t\n\r\u{7F}\u{A0}\u{300}\u{338}\u{200D}\u{202F} ab".unicodeScalars)
}
