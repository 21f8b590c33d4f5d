/// Text as quoted-printable (RFC 2045, 6.7): ASCII, lines of at most 76 characters with CRLF, readable where it was readable.
struct QuotedPrintable {
    private(set) var bytes: [UInt8] = []
    /// Since the last line end.
    private var column = 0

    init(_ text: String) {
        bytes.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        let source = Array(text.utf8)
        var place = 0
        while place < source.count {
            let byte = source[place]
            let next = place + 1 < source.count ? source[place + 1] : nil
            place += 1
            switch byte {
            case UInt8(ascii: "\r"):
                // CRLF, a lone CR and a lone LF are all one line end.
                if next == UInt8(ascii: "\n") { place += 1 }
                endLine()
            case UInt8(ascii: "\n"): endLine()
            case 0x20 where next != UInt8(ascii: "\r") && next != UInt8(ascii: "\n") && next != nil: append([byte])
            case UInt8(ascii: "="), 0...0x20, 0x7F...: append(Self.escaped(byte))
            // A line that is a dot, or begins with "From ", means something to some programs on the way.
            case UInt8(ascii: ".") where column == 0, UInt8(ascii: "F") where column == 0: append(Self.escaped(byte))
            default: append([byte])
            }
        }
        if column > 0 { endLine() }
    }

    private mutating func append(_ unit: [UInt8]) {
        // One place is kept for the mark of a line that goes on.
        if column + unit.count > 75 {
            bytes += Array("=\r\n".utf8)
            column = 0
        }
        bytes += unit
        column += unit.count
    }

    private mutating func endLine() {
        bytes += Array("\r\n".utf8)
        column = 0
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
