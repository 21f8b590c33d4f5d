/// Folding: lower case, no diacritics, ligatures as letters, typographic punctuation as plain. `Œuvre d’été` becomes `oeuvre d'ete`.
///
/// Works on UTF-8 bytes; only letters outside the Latin ranges cost a look at the Unicode tables. In the result every byte from 0x80 up
/// belongs to a letter or a digit of another script: all other symbols have become a space.
package enum Folding {
    /// Appends the folded bytes of `text`.
    package static func fold(_ text: String, into bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            bytes.reserveCapacity(bytes.count + source.count)
            let count = source.count
            var at = 0
            while at < count {
                let byte = source[at]
                if byte < 0x80 {
                    bytes.append(byte &- 65 < 26 ? byte | 0x20 : byte)
                    at += 1
                } else {
                    at += foldScalar(source, at, into: &bytes)
                }
            }
        }
    }

    package static func folded(_ text: String) -> String {
        var bytes: [UInt8] = []
        fold(text, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Folds the scalar of two to four bytes that starts at `at`; returns its length. A `String` holds valid UTF-8 only.
    private static func foldScalar(_ source: UnsafeBufferPointer<UInt8>, _ at: Int, into bytes: inout [UInt8]) -> Int {
        let lead = UInt32(source[at])
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var scalar = length == 2 ? lead & 0x1F : length == 3 ? lead & 0x0F : lead & 0x07
        for next in 1..<length { scalar = scalar << 6 | UInt32(source[at + next] & 0x3F) }

        if let place = FoldingTable.place(of: scalar) {
            var word = FoldingTable.packed[place]
            if word != 0 {
                for _ in 0..<(word >> 24) {
                    bytes.append(UInt8(truncatingIfNeeded: word))
                    word >>= 8
                }
                return length
            }
        }
        foldOther(scalar, into: &bytes)
        return length
    }

    private static func foldOther(_ value: UInt32, into bytes: inout [UInt8]) {
        switch value {
        case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0xFE00...0xFE0F, 0xFEFF: return  // combining marks, soft hyphen, joiners
        case 0x2018, 0x2019, 0x02BC, 0x2032, 0xFF07, 0x00B4: bytes.append(UInt8(ascii: "'"))
        case 0x2010...0x2015, 0x2212: bytes.append(UInt8(ascii: "-"))
        case 0x00B7, 0x2022, 0x2027, 0x2219: bytes.append(UInt8(ascii: "."))  // technicien·ne
        case 0xFB00: bytes.append(contentsOf: "ff".utf8)
        case 0xFB01: bytes.append(contentsOf: "fi".utf8)
        case 0xFB02: bytes.append(contentsOf: "fl".utf8)
        case 0xFF01...0xFF5E:
            let plain = UInt8(value - 0xFEE0)
            bytes.append(plain &- 65 < 26 ? plain | 0x20 : plain)
        default:
            guard let scalar = Unicode.Scalar(value) else { return }
            let properties = scalar.properties
            switch properties.generalCategory {
            case .nonspacingMark, .enclosingMark: return
            case .uppercaseLetter, .titlecaseLetter: bytes.append(contentsOf: properties.lowercaseMapping.utf8)
            case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .spacingMark:
                bytes.append(contentsOf: String(scalar).utf8)
            default: bytes.append(UInt8(ascii: " "))
            }
        }
    }
}
