package import Domain
import Foundation

/// What makes a password too easy to guess. Length and what everybody else chooses: no rule about capitals, digits or signs, which make
/// passwords hard to remember and no harder to guess.
package struct PasswordRules: Sendable {
    package enum Problem: String, Error, Sendable, CaseIterable {
        case short, long
        /// One of those many people choose, with or without digits around it.
        case common
        /// A character or a few, over and over, or in the order of the keyboard or the alphabet.
        case pattern
        /// The person's own name or address, the portal's name, the institution's.
        case personal
    }

    package static let length = 12...200

    private let common: Set<String>
    private let portal: [String]

    package init(portal: LocalizedText) throws {
        let file = Bundle.module.bundleURL.appending(path: "Resources/common-passwords.txt")
        common = Set(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
        self.portal = [portal.en, portal.fr].compactMap(\.self)
    }

    /// - Parameter names: of the person, their institutions, their address.
    package func check(_ password: String, names: [String] = []) throws(Problem) {
        guard password.count >= Self.length.lowerBound else { throw .short }
        guard password.count <= Self.length.upperBound else { throw .long }
        let folded = Self.folded(password)
        guard !isPattern(folded) else { throw .pattern }
        let core = Self.core(folded)
        let plain = Self.plain(core)
        for word in [folded, core, plain, String(plain.filter(\.isLetter))] where isCommon(word) { throw .common }
        guard !isMade(of: portal + names, plain) else { throw .personal }
    }

    /// A word of the list, or one word of it over and over.
    private func isCommon(_ word: String) -> Bool {
        if common.contains(word) { return true }
        let letters = Array(word)
        return (2...4).contains { times in
            guard !letters.isEmpty, letters.count % times == 0 else { return false }
            let piece = String(letters.prefix(letters.count / times))
            return common.contains(piece) && String(repeating: piece, count: times) == word
        }
    }

    /// Few different characters, or long runs in some order.
    private func isPattern(_ text: String) -> Bool {
        guard Set(text).count > 4 else { return true }
        let letters = Array(text)
        let steps = zip(letters, letters.dropFirst()).count { Self.follow($0, $1) }
        return steps * 4 >= (letters.count - 1) * 3
    }

    /// Whether what is left is too little once the names one would try first are taken out.
    private func isMade(of names: [String], _ text: String) -> Bool {
        var rest = text
        let words = names.flatMap { name in
            Self.folded(name).split { !$0.isLetter && !$0.isNumber }.map(String.init) + [
                Self.folded(name).filter { $0.isLetter || $0.isNumber }
            ]
        }
        for word in Set(words).filter({ $0.count >= 4 }).sorted(by: { ($0.count, $0) > ($1.count, $1) }) {
            rest = rest.replacing(Self.plain(word), with: "")
        }
        return rest.count < text.count && rest.filter(\.isLetter).count < 5
    }

    /// Lower case, without accents.
    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }

    /// Without the digits and signs people put around a word.
    private static func core(_ text: String) -> String {
        let start = text.drop { !$0.isLetter }
        return String(start.reversed().drop { !$0.isLetter }.reversed())
    }

    /// With letters for the signs that stand for them.
    private static func plain(_ text: String) -> String {
        let letters: [Character: Character] = ["0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"]
        return String(text.map { letters[$0] ?? $0 })
    }

    private static let rows = [
        "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "abcdefghijklmnopqrstuvwxyz", "01234567890",
    ]

    /// Whether two characters stand side by side on a keyboard's row, in the alphabet or among the digits, or are the same.
    private static func follow(_ a: Character, _ b: Character) -> Bool {
        a == b || rows.contains { $0.contains("\(a)\(b)") || $0.contains("\(b)\(a)") }
    }
}
