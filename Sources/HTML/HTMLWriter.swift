/// Writes a page as UTF-8 bytes, front to back.
///
/// Text and attribute values are escaped on their bytes, so that no combining character can hide a quote; element and
/// attribute names are `StaticString`s, so that none can come from a request. The only way round is a `SafeHTML`.
package struct HTMLWriter: ~Copyable {
    package private(set) var bytes: [UInt8] = []

    package init(capacity: Int = 65_536) { bytes.reserveCapacity(capacity) }

    package consuming func finish() -> [UInt8] { bytes }

    /// `<name attributes>content</name>`
    package mutating func element(
        _ name: StaticString, _ attributes: Attribute?..., content: (inout HTMLWriter) -> Void
    ) {
        open(name, attributes)
        content(&self)
        close(name)
    }

    /// `<name attributes>text</name>`, the text escaped.
    package mutating func element(_ name: StaticString, _ attributes: Attribute?..., text: String) {
        open(name, attributes)
        escape(text, inAttribute: false)
        close(name)
    }

    /// An element that has no content: `<name attributes>`.
    package mutating func void(_ name: StaticString, _ attributes: Attribute?...) {
        open(name, attributes)
    }

    package mutating func text(_ text: String) { escape(text, inAttribute: false) }

    package mutating func raw(_ html: SafeHTML) { bytes.append(contentsOf: html.bytes) }

    package mutating func doctype() { append("<!doctype html>\n") }

    private mutating func open(_ name: StaticString, _ attributes: [Attribute?]) {
        bytes.append(UInt8(ascii: "<"))
        append(name)
        for case let attribute? in attributes {
            bytes.append(UInt8(ascii: " "))
            append(attribute.name)
            guard let value = attribute.value else { continue }
            append("=\"")
            escape(value, inAttribute: true)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func close(_ name: StaticString) {
        append("</")
        append(name)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func escape(_ text: String, inAttribute: Bool) {
        var text = text
        text.withUTF8 { buffer in
            // What lies between two bytes that need it is copied at once: nearly all of nearly every text.
            var copied = 0
            for place in buffer.indices {
                let written: StaticString
                switch buffer[place] {
                case UInt8(ascii: "&"): written = "&amp;"
                case UInt8(ascii: "<"): written = "&lt;"
                case UInt8(ascii: ">"): written = "&gt;"
                case UInt8(ascii: "\"") where inAttribute: written = "&quot;"
                case UInt8(ascii: "'") where inAttribute: written = "&#39;"
                case 0: written = "\u{FFFD}"
                default: continue
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[copied..<place]))
                append(written)
                copied = place + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[copied...]))
        }
    }
}
