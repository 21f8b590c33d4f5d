import Foundation

/// Values as they may stand in a header. Whatever comes in, what comes out is printable ASCII, and its only line ends are those of folding,
/// each followed by a space: no value can end its header or begin another.
enum HeaderText {
    /// Words for people: a subject, a name. As it is when it is short and plain, else in encoded words (RFC 2047).
    static func words(_ text: String) -> String {
        let clean = withoutControls(text)
        let isPlain = clean.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !clean.contains("=?") && clean.utf8.count <= 60
        return isPlain ? clean : encodedWords(clean)
    }

    /// A name before an address: a quoted string where it has marks that mean something there.
    static func phrase(_ text: String) -> String {
        let words = words(text)
        guard !words.hasPrefix("=?") else { return words }
        return "\"" + words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// A web address. What may not stand in one is written as `%XX`.
    static func link(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            if (0x21...0x7E).contains(byte), !"<>\"\\^`{|}".utf8.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }

    /// A word of the portal's own, such as an id: letters, digits, dots and hyphens; anything else becomes a hyphen.
    static func token(_ text: String) -> String {
        String(
            decoding: text.utf8.map { byte in
                let isWord = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D || byte == 0x2E
                return isWord ? byte : 0x2D
            }, as: UTF8.self)
    }

    /// `<id@host>` as another program wrote it, or that of a mail of the portal's own.
    /// - Returns: `nil` for what may not stand in a header.
    static func messageID(_ text: String, of domain: String) -> String? {
        guard text.hasPrefix("<") else { return "<\(token(text))@\(domain)>" }
        let inner = text.dropFirst().dropLast()
        let isSound = text.hasSuffix(">") && inner.contains("@") && inner.utf8.count <= 250
        return isSound && inner.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E } ? text : nil
    }

    private static func withoutControls(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// `=?utf-8?B?…?=`, cut between scalars, with a folded line between two: 39 bytes make 52 letters, and the line with the header's name
    /// stays below 76 characters.
    private static func encodedWords(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            if words[words.count - 1].count + bytes.count > 39 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?utf-8?B?" + Data($0).base64EncodedString() + "?=" }.joined(separator: "\r\n ")
    }
}
