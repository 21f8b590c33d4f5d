/// What brings a person's answers back: twelve letters and digits nobody can mistake for each other, `K7QM-3XPT-9RWD`.
///
/// 31 to the 12th is over 59 bits: a thousand guesses a second among 100,000 kept quizzes would take more than a century for an even chance.
package struct QuizCode: Hashable, Sendable, CustomStringConvertible {
    /// Without I, L, O, 0 and 1.
    package static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
    package static let length = 12

    /// Upper case, without dashes.
    package let letters: String

    /// Reads a code as people type it: any case, with or without dashes and spaces.
    package init?(_ typed: some StringProtocol) {
        let letters = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "\u{2011}" && $0 != "\u{2013}" }
        guard letters.count == Self.length, letters.allSatisfy(Self.alphabet.contains) else { return nil }
        self.letters = letters
    }

    package init(using generator: inout some RandomNumberGenerator) {
        letters = String((0..<Self.length).map { _ in Self.alphabet.randomElement(using: &generator)! })
    }

    /// From the system's own source of random bits.
    package static func random() -> QuizCode {
        var generator = SystemRandomNumberGenerator()
        return QuizCode(using: &generator)
    }

    /// In three groups of four, as it is shown and as it stands in addresses.
    package var description: String {
        stride(from: 0, to: Self.length, by: 4).map { String(letters.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }
}
