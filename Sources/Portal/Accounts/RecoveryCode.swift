/// One of ten codes that each stand in for the second factor once: `K7QM3-XPT9R`.
///
/// 31 to the 10th is over 49 bits, and guesses are slowed down as passwords are.
package struct RecoveryCode: Hashable, Sendable {
    /// Without I, L, O, 0 and 1.
    private static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
    package static let count = 10

    private let letters: String

    /// Reads a code as people type it.
    package init?(_ typed: String) {
        let letters = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "\u{2011}" && $0 != "\u{2013}" }
        guard letters.count == 10, letters.allSatisfy(Self.alphabet.contains) else { return nil }
        self.letters = letters
    }

    private init(letters: String) { self.letters = letters }

    package static func random() -> RecoveryCode {
        var generator = SystemRandomNumberGenerator()
        return RecoveryCode(letters: String((0..<10).map { _ in alphabet.randomElement(using: &generator)! }))
    }

    package var text: String { letters.prefix(5) + "-" + letters.suffix(5) }

    /// Keyed, because a code is short enough to be tried out against a plain hash.
    func hash(_ secrets: PortalSecrets) -> String { secrets.hash(letters, for: .recoveryCode) }
}
