/// The encodings publishers and spreadsheets use. Everything is turned into UTF-8 bytes before it is read.
package enum TextEncoding: Sendable {
    case utf8, windows1252, utf16LittleEndian

    /// By byte order mark; else UTF-8 when the bytes are valid UTF-8; else Windows-1252, in which every byte means something.
    package static func detect(_ bytes: [UInt8]) -> TextEncoding {
        var detection = EncodingDetection()
        detection.add(bytes)
        return detection.encoding
    }

    /// The same text as UTF-8, without byte order mark. Bytes that mean nothing become U+FFFD.
    package func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if self == .utf8, !bytes.starts(with: TextDecoder.mark) { return bytes }
        var decoder = TextDecoder(self)
        var output: [UInt8] = []
        decoder.decode(bytes, isLast: true, into: &output)
        return output
    }
}

/// Tells the encoding of a text that comes in pieces, without keeping them.
package struct EncodingDetection {
    private var first: [UInt8] = []
    private var isUTF8 = true
    /// The beginning of a character whose rest is in the next piece.
    private var rest: [UInt8] = []

    package init() {}

    package mutating func add(_ bytes: [UInt8]) {
        if first.count < 2 { first += bytes.prefix(2 - first.count) }
        guard isUTF8, first != Self.utf16Mark else { return }
        let piece = rest.isEmpty ? bytes : rest + bytes
        let cut = Self.completeCharacters(piece)
        rest = Array(piece[cut...])
        isUTF8 = String(validating: piece[..<cut], as: UTF8.self) != nil
    }

    package var encoding: TextEncoding {
        if first == Self.utf16Mark { return .utf16LittleEndian }
        return isUTF8 && rest.isEmpty ? .utf8 : .windows1252
    }

    /// Where the last character that may go on starts; the end when none may.
    private static func completeCharacters(_ bytes: [UInt8]) -> Int {
        for back in 1..<4 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            return length > back ? bytes.count - back : bytes.count
        }
        return bytes.count
    }

    private static let utf16Mark: [UInt8] = [0xFF, 0xFE]
}

/// Turns the pieces of a text into UTF-8.
struct TextDecoder: Sendable {
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let encoding: TextEncoding
    private var isAtStart = true
    /// Bytes whose meaning depends on the next piece.
    private var rest: [UInt8] = []

    init(_ encoding: TextEncoding) { self.encoding = encoding }

    /// Adds the text of one piece. A byte order mark at the start of the text is left out.
    mutating func decode(_ piece: [UInt8], isLast: Bool, into output: inout [UInt8]) {
        var bytes = rest.isEmpty ? piece : rest + piece
        rest = []
        if isAtStart {
            let mark = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : encoding == .utf8 ? Self.mark : []
            guard bytes.count >= mark.count || isLast else { return rest = bytes }
            if bytes.starts(with: mark) { bytes.removeFirst(mark.count) }
            isAtStart = false
        }
        switch encoding {
        case .utf8: if output.isEmpty { output = bytes } else { output += bytes }
        case .windows1252:
            output.reserveCapacity(output.count + bytes.count + bytes.count / 16)
            for byte in bytes {
                if byte < 0x80 { output.append(byte) } else { output += String(Self.scalar1252(byte)).utf8 }
            }
        case .utf16LittleEndian: decodeUTF16(bytes, isLast: isLast, into: &output)
        }
    }

    private mutating func decodeUTF16(_ bytes: [UInt8], isLast: Bool, into output: inout [UInt8]) {
        var units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        if !isLast {
            // Half a unit, or the first half of a character of two units.
            rest = Array(bytes[(units.count * 2)...])
            if let last = units.last, UTF16.isLeadSurrogate(last) {
                rest = [UInt8(last & 0xFF), UInt8(last >> 8)] + rest
                units.removeLast()
            }
        }
        output += String(decoding: units, as: UTF16.self).utf8
    }

    private static func scalar1252(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    /// 0x80 to 0x9F, where Windows-1252 differs from Latin-1. The five unassigned bytes keep their control characters.
    private static let upperControls: [Unicode.Scalar] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
        "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
    ]
}
