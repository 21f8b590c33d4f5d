/// What a piece of HTML says, as plain text: for reading, never for showing as HTML again.
///
/// One pass over the bytes, whatever stands in them: nothing of it is ever run or loaded.
enum HTMLText {
    /// Blocks become lines, items of lists bullets; what scripts, styles and hidden parts hold is left out.
    static func plain(_ html: String) -> String {
        let once = stripped(html)
        // Descriptions in structured data are often escaped twice.
        return looksLikeHTML(once) ? stripped(once) : once
    }

    static func looksLikeHTML(_ text: String) -> Bool {
        let lower = text.lowercased()
        return [
            "<p>", "<p ", "<br", "<li>", "<li ", "<ul", "<div", "<html", "<body", "<strong>", "<h1", "<h2", "<h3", "<span", "<!doctype",
        ].contains {
            lower.contains($0)
        }
    }

    /// The contents of `<script type="application/ld+json">`, as they stand.
    static func structuredData(_ html: String) -> [String] {
        let bytes = Array(html.utf8)
        var found: [String] = []
        var position = 0
        while let open = next("<script", in: bytes, from: position), let end = next(">", in: bytes, from: open) {
            let tag = String(decoding: bytes[open..<end], as: UTF8.self).lowercased()
            let close = next("</script", in: bytes, from: end) ?? bytes.count
            if tag.contains("application/ld+json") { found.append(String(decoding: bytes[(end + 1)..<max(end + 1, close)], as: UTF8.self)) }
            position = close
            if found.count == 50 { break }
        }
        return found
    }

    private static let silent: Set<String> = [
        "script", "style", "template", "noscript", "svg", "head", "iframe", "object", "select", "nav", "footer",
    ]
    private static let blocks: Set<String> = [
        "p", "div", "br", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "main", "dt", "dd",
        "blockquote",
        "hr", "pre", "aside", "title",
    ]

    private static func stripped(_ html: String) -> String {
        let bytes = Array(html.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "<"), let after = bytes[safe: position + 1], isTagStart(after) {
                if bytes[position...].starts(with: "<!--".utf8) {
                    position = next("-->", in: bytes, from: position).map { $0 + 3 } ?? bytes.count
                    continue
                }
                let end = tagEnd(bytes, from: position)
                let (name, isClosing) = name(bytes[(position + 1)..<end])
                position = min(end + 1, bytes.count)
                if silent.contains(name), !isClosing {
                    position = next("</" + name, in: bytes, from: position) ?? bytes.count
                } else if name == "li", !isClosing {
                    out += "\n\u{2022} ".utf8
                } else if blocks.contains(name) || name == "li" {
                    out.append(0x0A)
                }
            } else if byte == UInt8(ascii: "&") {
                let (text, length) = entity(bytes, at: position)
                out += text.utf8
                position += length
            } else {
                // Line ends inside a paragraph are spaces.
                out.append(byte == 0x0A || byte == 0x0D || byte == 0x09 ? 0x20 : byte)
                position += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func isTagStart(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
            || byte == UInt8(ascii: "?")
    }

    /// The `>` that ends a tag: not one inside a quoted value.
    private static func tagEnd(_ bytes: [UInt8], from start: Int) -> Int {
        var quote: UInt8?
        var position = start
        // A tag of more than so many bytes is an open quotation mark.
        let limit = min(bytes.count, start + 4_096)
        while position < limit {
            let byte = bytes[position]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return position
            }
            position += 1
        }
        return next(">", in: bytes, from: start) ?? bytes.count
    }

    private static func name(_ tag: ArraySlice<UInt8>) -> (name: String, isClosing: Bool) {
        let isClosing = tag.first == UInt8(ascii: "/")
        let letters = tag.dropFirst(isClosing ? 1 : 0).prefix { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || $0 >= 48 && $0 <= 57 }
        return (String(decoding: letters.prefix(12).map { $0 | 0x20 }, as: UTF8.self).lowercased(), isClosing)
    }

    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë",
        "agrave": "à",
        "acirc": "â", "ccedil": "ç", "ocirc": "ô", "icirc": "î", "iuml": "ï", "ugrave": "ù", "ucirc": "û", "Eacute": "É", "Egrave": "È",
        "Agrave": "À",
        "oelig": "œ", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»", "ndash": "–", "mdash": "—",
        "bull": "•",
        "middot": "·", "hellip": "…", "reg": "®", "copy": "©", "trade": "™", "deg": "°", "frac12": "½",
    ]

    private static func entity(_ bytes: [UInt8], at start: Int) -> (text: String, length: Int) {
        let body = bytes[(start + 1)..<min(bytes.count, start + 12)].prefix { $0 != UInt8(ascii: ";") }
        guard start + 1 + body.count < bytes.count, bytes[start + 1 + body.count] == UInt8(ascii: ";"), !body.isEmpty else {
            return ("&", 1)
        }
        let text = String(decoding: body, as: UTF8.self)
        if text.hasPrefix("#") {
            let digits = text.dropFirst()
            let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let value, let scalar = Unicode.Scalar(value), value >= 0x20 || value == 0x0A else { return (" ", body.count + 2) }
            return (String(Character(scalar)), body.count + 2)
        }
        return named[text].map { ($0, body.count + 2) } ?? ("&", 1)
    }

    /// Where a short text begins, small and large ASCII letters alike.
    private static func next(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
        let sought = Array(text.utf8)
        guard start >= 0, bytes.count >= sought.count, start <= bytes.count - sought.count else { return nil }
        return (start...(bytes.count - sought.count)).first { place in
            sought.indices.allSatisfy { lower(bytes[place + $0]) == lower(sought[$0]) }
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 0x20 : byte }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
