/// The encodings publishers and spreadsheets use. Everything is turned into UTF-8 bytes before it is read.
package enum TextEncoding: Sendable {
    case utf8, windows1252, utf16LittleEndian

    /// By byte order mark; else UTF-8 when the bytes are valid UTF-8; else Windows-1252, in which every byte means something.
    package static func detect(_ bytes: [UInt8]) -> TextEncoding {
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        return String(validating: bytes, as: UTF8.self) == nil ? .windows1252 : .utf8
    }

    /// The same text as UTF-8, without byte order mark. Bytes that mean nothing become U+FFFD.
    package func utf8(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .utf8:
            return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        case .windows1252:
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count + bytes.count / 16)
            for byte in bytes {
                if byte < 0x80 { result.append(byte) } else { result.append(contentsOf: String(Self.scalar1252(byte)).utf8) }
            }
            return result
        case .utf16LittleEndian:
            let start = bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0
            let units = stride(from: start, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
            return Array(String(decoding: units, as: UTF16.self).utf8)
        }
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
