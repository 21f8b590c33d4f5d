import Domain

/// What may be kept of the words people type: institutions need to know what was looked for in vain, and nobody's name or number.
enum SearchedWords {
    /// 60: job titles and course names are shorter; what is longer is a sentence about somebody.
    static let maximumLength = 60

    /// In lower case, with single spaces.
    /// - Returns: an empty text for what could tell who typed it: a long text, an address, a number of more than three digits.
    static func countable(_ text: String) -> String {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.count <= maximumLength, !words.contains("@"), !words.contains("//") else { return "" }
        var digits = 0
        for character in words {
            if character.isNumber { digits += 1 } else if character.isLetter { digits = 0 }
            if digits > 3 { return "" }
        }
        return words.unicodeScalars.contains { $0.value < 0x20 } ? "" : words
    }
}
