/// Cuts a description into the sentences and bullets it is made of.
package enum Sentences {
    /// Longer texts say nothing new after that many.
    private static let most = 60
    /// Shorter pieces are headings and leftovers.
    private static let shortest = 25

    /// The sentences as they stand in the text, trimmed; the whole text when no piece of it is long enough.
    package static func split(_ text: String) -> [String] {
        var sentences: [String] = []
        var start = text.startIndex
        func close(_ end: String.Index) {
            let piece = trimmed(text[start..<end])
            if piece.count > shortest { sentences.append(piece) }
        }
        for place in text.indices where ends(text, place) {
            close(place)
            start = text.index(after: place)
            if sentences.count == most { return sentences }
        }
        close(text.endIndex)
        let whole = trimmed(text[...])
        return sentences.isEmpty && !whole.isEmpty ? [whole] : sentences
    }

    /// A full stop ends a sentence before white space only: not in `3.5` or `www.site.ca`.
    private static func ends(_ text: String, _ place: String.Index) -> Bool {
        switch text[place] {
        case ";", "\n", "\r\n", "•", "·", "▪", "!", "?": return true
        case ".":
            let next = text.index(after: place)
            return next == text.endIndex || text[next].isWhitespace
        default: return false
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        let noise: (Character) -> Bool = { $0.isWhitespace || $0 == "-" || $0 == "–" || $0 == "*" }
        guard let last = text.lastIndex(where: { !noise($0) }) else { return "" }
        return String(text[...last].drop(while: noise))
    }
}
