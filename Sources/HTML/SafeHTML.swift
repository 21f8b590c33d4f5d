/// Bytes that are HTML already: written by a writer, or a literal in the source. Never made from a request or a stored text.
package struct SafeHTML: Sendable {
    let bytes: [UInt8]

    package init(_ literal: StaticString) {
        bytes = literal.withUTF8Buffer { Array($0) }
    }

    package init(_ write: (inout HTMLWriter) -> Void) {
        var writer = HTMLWriter(capacity: 256)
        write(&writer)
        bytes = writer.finish()
    }

    /// What libcmark wrote in its safe mode, where HTML of the writer's own is left out. Only `MarkdownText` calls it.
    package init(commonMark bytes: [UInt8]) { self.bytes = bytes }

    /// JSON for a `<script type="application/ld+json">`: `<` is escaped so that no text can end the element.
    package init(json: [UInt8]) {
        var safe: [UInt8] = []
        safe.reserveCapacity(json.count)
        for byte in json {
            if byte == UInt8(ascii: "<") { safe.append(contentsOf: Array("\\u003c".utf8)) } else { safe.append(byte) }
        }
        bytes = safe
    }
}
