/// Bytes into text. Whatever is not known is read as UTF-8, with a mark where that fails: a reply with a few odd letters is a reply.
enum Charset {
    static func decode(_ bytes: [UInt8], as name: String) -> String {
        switch name.lowercased() {
        case "iso-8859-1", "latin1", "windows-1252", "cp1252", "iso-8859-15", "us-ascii", "ascii":
            // Many programs write UTF-8 and call it something else.
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            return western(bytes, isFifteen: name.lowercased() == "iso-8859-15")
        default: return String(decoding: bytes, as: UTF8.self)
        }
    }

    private static func western(_ bytes: [UInt8], isFifteen: Bool) -> String {
        var text = ""
        for byte in bytes {
            if isFifteen, let scalar = fifteen[byte] {
                text.unicodeScalars.append(scalar)
            } else if (0x80...0x9F).contains(byte), let scalar = windows[Int(byte) - 0x80] {
                text.unicodeScalars.append(scalar)
            } else {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return text
    }

    /// 0x80 to 0x9F of windows-1252; `nil` where it has nothing.
    private static let windows: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil, nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™",
        "š", "›", "œ", nil, "ž", "Ÿ",
    ]
    /// Where ISO 8859-15 differs from 8859-1.
    private static let fifteen: [UInt8: Unicode.Scalar] = [
        0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
    ]
}

/// The words of an HTML mail, for those that have no other form.
enum MailHTML {
    static func text(_ html: String) -> String {
        var (result, rest, silent) = ("", html[...], nil as String?)
        while let open = rest.firstIndex(of: "<") {
            if silent == nil { result += flat(rest[..<open]) }
            guard let close = rest[open...].firstIndex(of: ">") else { return unescaped(result) }
            let tag = rest[rest.index(after: open)..<close].lowercased()
            let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
            if silent == name, tag.hasPrefix("/") {
                silent = nil
            } else if silent == nil, !tag.hasPrefix("/"), unseen.contains(name) {
                silent = name
            }
            // What an answer quotes stands in such an element: it is marked as plain text marks it.
            if name == "blockquote", silent == nil { result += "\n>\n" }
            if breaking.contains(name), silent == nil { result += "\n" }
            if silent == nil, name == "blockquote", !tag.hasPrefix("/") { return unescaped(result) }
            rest = rest[rest.index(after: close)...]
        }
        return unescaped(result + (silent == nil ? flat(rest) : ""))
    }

    private static let unseen: Set<String> = ["style", "script", "head", "title"]
    private static let breaking: Set<String> = ["br", "p", "div", "tr", "li", "h1", "h2", "h3"]

    /// A line end in HTML is a space.
    private static func flat(_ text: Substring) -> String { String(text.map { $0.isNewline ? " " : $0 }) }

    private static func unescaped(_ text: String) -> String {
        [
            ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&rsquo;", "’"), ("&eacute;", "é"),
            ("&amp;", "&"),
        ]
        .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
