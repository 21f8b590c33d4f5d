/// Text of any encoding publishers use, as pieces of UTF-8 without byte order mark. A character cut in two by a piece's end is put together.
struct UTF8Source {
    private var bytes: any ByteSource
    private var encoding: TextEncoding?
    /// The bytes of a UTF-16 unit or pair whose rest is in the next piece.
    private var carried: [UInt8] = []

    init(_ bytes: any ByteSource) { self.bytes = bytes }

    mutating func next() throws(ReleaseReadingError) -> [UInt8]? {
        while let piece = try bytes.next() {
            let text = decode(carried.isEmpty ? piece : carried + piece)
            if !text.isEmpty { return text }
        }
        return nil
    }

    private mutating func decode(_ piece: [UInt8]) -> [UInt8] {
        let isFirst = encoding == nil
        let encoding = encoding ?? Self.detect(piece)
        self.encoding = encoding
        switch encoding {
        case .utf8: return isFirst && piece.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(piece.dropFirst(3)) : piece
        case .windows1252: return encoding.utf8(piece)
        case .utf16LittleEndian: return decodeUTF16(piece, from: isFirst && piece.starts(with: [0xFF, 0xFE]) ? 2 : 0)
        }
    }

    /// As `TextEncoding.detect`, but from the first piece alone, in whose last character the cut may fall.
    private static func detect(_ piece: [UInt8]) -> TextEncoding {
        let detected = TextEncoding.detect(piece)
        guard detected == .windows1252 else { return detected }
        let cut = piece.lastIndex { $0 & 0xC0 != 0x80 } ?? piece.startIndex
        return piece.endIndex - cut < 4 && TextEncoding.detect(Array(piece[..<cut])) == .utf8 && piece[cut] >= 0xC2 ? .utf8 : .windows1252
    }

    private mutating func decodeUTF16(_ piece: [UInt8], from start: Int) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(piece.count / 2 + piece.count / 8)
        var at = start
        while at + 1 < piece.count {
            var scalar = UInt32(piece[at]) | UInt32(piece[at + 1]) << 8
            var length = 2
            if scalar & 0xFC00 == 0xD800 {
                guard at + 3 < piece.count else { break }
                let low = UInt32(piece[at + 2]) | UInt32(piece[at + 3]) << 8
                if low & 0xFC00 == 0xDC00 {
                    scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
                    length = 4
                }
            }
            Self.append(scalar, to: &text)
            at += length
        }
        carried = at < piece.count ? Array(piece[at...]) : []
        return text
    }

    private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
        if scalar < 0x80 {
            text.append(UInt8(scalar))
        } else if let scalar = Unicode.Scalar(scalar) {
            text.append(contentsOf: UTF8.encode(scalar)!)
        } else {
            // Half a surrogate pair.
            text.append(contentsOf: [0xEF, 0xBF, 0xBD])
        }
    }
}
