/// Spaces that must not break a line in French: narrow before `; ! ?` and `:`, and inside guillemets.
///
/// Translators write plain text; the spaces are put right once, when the texts are read.
enum FrenchTypography {
    private static let narrow: Character = "\u{202F}"

    static func spaced(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count + 8)
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : nil
            switch character {
            case ":" where isEnd(next), ";" where isEnd(next), "!" where isEnd(next), "?" where isEnd(next), "»":
                while let last = result.last, last.isWhitespace { result.removeLast() }
                if !result.isEmpty { result.append(narrow) }
                result.append(character)
            case _ where character.isWhitespace && result.last == "«":
                result.append(narrow)
            case _ where !character.isWhitespace && result.last == "«":
                result.append(narrow)
                result.append(character)
            default:
                result.append(character)
            }
        }
        return result
    }

    /// A mark inside a word, such as the colon of an address, is no punctuation.
    private static func isEnd(_ next: Character?) -> Bool { next.map { $0.isWhitespace || $0 == "»" || $0 == ")" } ?? true }
}
