/// An address mail can be sent to, as it may stand in a header and in an SMTP command without any escaping.
///
/// Lower case throughout, so that one mailbox is one value: no provider in use tells `Ana@` from `ana@`, and people type both. Addresses
/// outside ASCII, quoted names (`"a b"@host`) and numbers for hosts (`a@[192.0.2.1]`) are refused: few mail servers take them, and each is a
/// way to smuggle something in.
package struct EmailAddress: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// `name@host.example`, at most 254 characters.
    package let text: String

    /// - Returns: `nil` when it is no address. White space around it is ignored.
    package init?(_ text: String) {
        let bytes = Array(text.utf8).trimmingSpaces
        guard bytes.count <= 254, let at = bytes.firstIndex(of: UInt8(ascii: "@")) else { return nil }
        guard Self.isName(bytes[..<at]), Self.isHost(bytes[(at + 1)...]) else { return nil }
        self.text = String(decoding: bytes, as: UTF8.self).lowercased()
    }

    /// What comes after the `@`.
    package var domain: String { String(text.drop { $0 != "@" }.dropFirst()) }

    package var description: String { text }

    package static func < (a: Self, b: Self) -> Bool { a.text < b.text }

    /// Atoms with single dots between them (RFC 5322, 3.2.3), at most 64 bytes.
    private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count <= 64
            && bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && $0.allSatisfy(isAtomText)
            }
    }

    private static func isAtomText(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte) }

    /// At least two labels of letters, digits and inner hyphens, the last one not a number.
    private static func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.count >= 2 && bytes.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                    && label.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
            } && labels.last?.contains(where: \.isLetter) == true
    }
}

extension EmailAddress: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let address = EmailAddress(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not an e-mail address"))
        }
        self = address
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension [UInt8] {
    /// Without the spaces, tabs and line ends around it: what a copied address brings along.
    fileprivate var trimmingSpaces: [UInt8] {
        let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        return Array(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    fileprivate var isLetterOrDigit: Bool { isLetter || (0x30...0x39).contains(self) }
}
