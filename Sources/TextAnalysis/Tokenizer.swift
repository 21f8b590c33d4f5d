/// Cuts folded text into runs of letters and digits, with the rewrites that need the punctuation between them.
///
/// Dropped: elided articles (`l'acier`), possessives (`driver's`), gender notes (`(h/f/x)`, `m/w/d`), feminine endings
/// (`technicien(ne)`, `employé·e·s`, `opérateur/trice`, `alderman/woman`). Joined: `r.n.` to `rn`. Named: `c++`, `c#`, `.net`.
/// Pairs such as `r&d` and `a/r` stay one token, for the table of abbreviations.
enum Tokenizer {
    static func cut(_ text: UnsafeBufferPointer<UInt8>, into tokens: inout TokenBuffer) {
        var at = 0
        while at < text.count {
            guard isWord(text[at]) else {
                if let next = dotNet(text, at) {
                    tokens.append("dotnet")
                    at = next
                } else {
                    if isBreak(text, at), tokens.count > 0 { tokens.hasBroken = true }
                    at += 1
                }
                continue
            }
            var end = at + 1
            while end < text.count, isWord(text[end]) { end += 1 }
            if end - at == 1, let next = singleLetter(text, at, into: &tokens) {
                at = next
            } else if isElision(text, at..<end) || isAfterApostrophe(text, at..<end) || isFeminineEnding(text, at..<end) {
                at = end
            } else {
                tokens.append(text, at..<end)
                at = end
            }
        }
    }

    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool { byte &- 97 < 26 || byte &- 48 < 10 || byte >= 0x80 }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { byte &- 97 < 26 }

    @inline(__always)
    private static func byte(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt8 { at >= 0 && at < text.count ? text[at] : 0x20 }

    /// A sign after which a title only qualifies what it has said: `cook (hospital)`, `clerk - payroll`. Not `welder-fitter`, not
    /// `technicien(ne)`.
    @inline(__always)
    private static func isBreak(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        switch text[at] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): true
        case UInt8(ascii: "("): !isWord(byte(text, at - 1))
        case UInt8(ascii: "-"): byte(text, at - 1) == 0x20 && byte(text, at + 1) == 0x20
        default: false
        }
    }

    private static func equals(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        for place in 0..<range.count where text[range.lowerBound + place] != word.utf8Start[place] { return false }
        return true
    }

    private static func dotNet(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
        guard text[at] == UInt8(ascii: "."), at + 4 <= text.count, equals(text, at + 1..<at + 4, "net"),
            !isWord(byte(text, at + 4)), !isWord(byte(text, at - 1))
        else { return nil }
        return at + 4
    }

    /// The rewrites that start with a word of one letter. `nil` when none applies; else where to go on.
    private static func singleLetter(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, into tokens: inout TokenBuffer) -> Int? {
        let letter = text[at]
        guard isLetter(letter) else { return nil }
        let next = byte(text, at + 1)
        if next == UInt8(ascii: "+"), byte(text, at + 2) == UInt8(ascii: "+"), letter == UInt8(ascii: "c") {
            tokens.append("cplusplus")
            return at + 3
        }
        if next == UInt8(ascii: "#"), letter == UInt8(ascii: "c") || letter == UInt8(ascii: "f") {
            tokens.append(letter == UInt8(ascii: "c") ? "csharp" : "fsharp")
            return at + 2
        }
        // Not after `employe.`: those letters are endings.
        let followsWord = byte(text, at - 1) == UInt8(ascii: ".") && isWord(byte(text, at - 2))
        if next == UInt8(ascii: "."), !followsWord, let found = letters(text, at, separator: UInt8(ascii: ".")), found.letters.count > 1 {
            tokens.append(letters: found.letters)
            return found.end
        }
        if next == UInt8(ascii: "/"), let found = letters(text, at, separator: next), found.letters.count > 1 {
            return slashed(found, into: &tokens)
        }
        var ampersand = at + 1
        while byte(text, ampersand) == 0x20, ampersand < text.count { ampersand += 1 }
        if byte(text, ampersand) == UInt8(ascii: "&") {
            var second = ampersand + 1
            while byte(text, second) == 0x20, second < text.count { second += 1 }
            if isLetter(byte(text, second)), !isWord(byte(text, second + 1)) {
                tokens.append(letters: [letter, UInt8(ascii: "&"), text[second]])
                return second + 1
            }
        }
        return nil
    }

    /// A gender note vanishes; a known pair stays together; others are letters one by one.
    private static func slashed(_ found: (letters: [UInt8], end: Int), into tokens: inout TokenBuffer) -> Int {
        let genders = Array("hfmwdxv".utf8)
        if found.letters.allSatisfy(genders.contains) { return found.end }
        let pair = Array(found.letters.map { [$0] }.joined(separator: [UInt8(ascii: "/")]))
        if Abbreviations.expansion(of: String(decoding: pair, as: UTF8.self)) != nil {
            tokens.append(letters: pair)
        } else {
            for letter in found.letters { tokens.append(letters: [letter]) }
        }
        return found.end
    }

    /// Single letters joined by one separator, from `at` on, and where they end (a closing full stop included).
    private static func letters(
        _ text: UnsafeBufferPointer<UInt8>, _ at: Int, separator: UInt8
    ) -> (letters: [UInt8], end: Int)? {
        var letters = [text[at]]
        var end = at + 1
        while byte(text, end) == separator, isLetter(byte(text, end + 1)), !isWord(byte(text, end + 2)) {
            letters.append(text[end + 1])
            end += 2
        }
        // `r.n.` may end in its own full stop.
        if separator == UInt8(ascii: "."), byte(text, end) == separator { end += 1 }
        return (letters, end)
    }

    private static func isElision(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard byte(text, range.upperBound) == UInt8(ascii: "'"), range.count <= 6 else { return false }
        if range.count == 1 { return [UInt8]("ldjsnmtc".utf8).contains(text[range.lowerBound]) }
        return equals(text, range, "qu") || equals(text, range, "jusqu") || equals(text, range, "lorsqu")
    }

    private static func isAfterApostrophe(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count == 1, byte(text, range.lowerBound - 1) == UInt8(ascii: "'") else { return false }
        return text[range.lowerBound] == UInt8(ascii: "s") || text[range.lowerBound] == UInt8(ascii: "t")
    }

    /// An ending that repeats the word before it in the other gender or in the plural.
    private static func isFeminineEnding(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 7 else { return false }
        var before = range.lowerBound - 1
        var sign = byte(text, before)
        let isHyphenated = sign == UInt8(ascii: "-")
        if isHyphenated, byte(text, before - 1) == UInt8(ascii: "/") || byte(text, before - 1) == UInt8(ascii: "(") {
            before -= 1
            sign = byte(text, before)
        }
        // The word before must touch the sign: `cook (e)` is a note, `employe(e)` an ending; `e)s` follows one.
        let previous = byte(text, before - 1)
        guard isWord(previous) || previous == UInt8(ascii: ")") else { return false }
        switch sign {
        case UInt8(ascii: ")"): return range.count == 1 && text[range.lowerBound] == UInt8(ascii: "s")
        case UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: "."), UInt8(ascii: "-"): break
        default: return false
        }
        for ending in endings where equals(text, range, ending) { return true }
        if sign == UInt8(ascii: "/") || sign == UInt8(ascii: "(") {
            for ending in slashEndings where equals(text, range, ending) { return true }
        }
        return false
    }

    /// After `/`, `(`, `.`, `·` or `-`.
    private static let endings: [StaticString] = [
        "e", "es", "s", "ne", "nes", "ere", "eres", "iere", "ieres", "euse", "euses", "trice", "trices", "rice", "rices", "enne", "ennes",
        "ienne", "iennes", "eresse",
    ]
    /// Endings that are also words of their own, so only after `/` or `(`.
    private static let slashEndings: [StaticString] = [
        "woman", "women", "person", "persons", "people", "ess", "esse", "ive", "ives", "ve", "se", "te", "le", "fe",
    ]
}
