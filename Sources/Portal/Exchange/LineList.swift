/// Several values in one cell, one a line. Within a value a backslash keeps what would end it: `\n` is a line break, `\\` a backslash.
///
/// Works on UTF-8: to a `Character`, a separator followed by a combining mark is no separator.
enum LineList {
    /// Stands for a value that is missing, where lines of two cells belong together.
    static let absent = "~"

    /// - Parameter special: further characters that mean something in the cell and get a backslash within a value.
    static func escaped(_ value: String, special: [UInt8] = []) -> String {
        var bytes: [UInt8] = []
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case UInt8(ascii: "\r"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
            case UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
            case _ where special.contains(byte): bytes += [UInt8(ascii: "\\"), byte]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A backslash before any other character than those `escaped` writes stays a backslash.
    static func unescaped(_ value: String, special: [UInt8] = []) -> String {
        guard value.utf8.contains(UInt8(ascii: "\\")) else { return value }
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in value.utf8 {
            guard isEscaped else {
                if byte == UInt8(ascii: "\\") { isEscaped = true } else { bytes.append(byte) }
                continue
            }
            isEscaped = false
            switch byte {
            case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "r"): bytes.append(UInt8(ascii: "\r"))
            case UInt8(ascii: "\\"): bytes.append(byte)
            case _ where special.contains(byte): bytes.append(byte)
            default: bytes += [UInt8(ascii: "\\"), byte]
            }
        }
        if isEscaped { bytes.append(UInt8(ascii: "\\")) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The lines of a cell, trimmed, blank ones kept as empty texts.
    static func lines(_ cell: String) -> [String] {
        guard !cell.isEmpty else { return [] }
        return cell.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            // Line feeds stand alone in UTF-8: a cut beside one is a cut between characters.
            String(Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)).trimmed
        }
    }

    /// Parts between separators that no backslash precedes; backslashes are kept.
    static func parts(_ line: String, separator: UInt8) -> [String] {
        var parts: [String] = []
        var isEscaped = false
        let bytes = line.utf8
        var start = bytes.startIndex
        var index = start
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == separator, !isEscaped {
                parts.append(String(Substring(bytes[start..<index])).trimmed)
                start = bytes.index(after: index)
            }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            index = bytes.index(after: index)
        }
        parts.append(String(Substring(bytes[start...])).trimmed)
        return parts
    }
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        // Most texts begin and end with a character that is plainly not white space.
        if let first = utf8.first, let last = utf8.last, first.isPlain, last.isPlain { return self }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}

extension UInt8 {
    fileprivate var isPlain: Bool { (0x21...0x7E).contains(self) }
}
