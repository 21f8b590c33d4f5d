/// Bodies as they travel, back into bytes (RFC 2045, 6). What does not belong there is passed over, as the standard says.
enum TransferEncoding {
    static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count * 3 / 4)
        var (bits, count) = (0 as UInt32, 0)
        for letter in body {
            if letter == UInt8(ascii: "=") { break }
            guard let value = sextet(letter) else { continue }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func sextet(_ letter: UInt8) -> UInt32? {
        switch letter {
        case 0x41...0x5A: UInt32(letter - 0x41)
        case 0x61...0x7A: UInt32(letter - 0x61 + 26)
        case 0x30...0x39: UInt32(letter - 0x30 + 52)
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }

    static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var (bytes, rest) = ([UInt8](), body)
        while !rest.isEmpty {
            let line = MailLines.next(&rest).trimmingEnd
            var place = line.startIndex
            var goesOn = false
            while place < line.endIndex {
                let byte = line[place]
                if byte == UInt8(ascii: "=") {
                    if place + 1 == line.endIndex {
                        goesOn = true
                        break
                    }
                    if place + 2 < line.endIndex, let high = digit(line[place + 1]), let low = digit(line[place + 2]) {
                        bytes.append(high << 4 | low)
                        place += 3
                        continue
                    }
                }
                bytes.append(byte)
                place += 1
            }
            if !goesOn { bytes.append(0x0A) }
        }
        return bytes
    }

    private static func digit(_ letter: UInt8) -> UInt8? {
        switch letter {
        case 0x30...0x39: letter - 0x30
        case 0x41...0x46: letter - 0x41 + 10
        case 0x61...0x66: letter - 0x61 + 10
        default: nil
        }
    }
}
