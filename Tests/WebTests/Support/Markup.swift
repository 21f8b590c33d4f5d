/// A page taken apart, more strictly than a browser would: what is not closed, closed twice, or not escaped is an error.
struct Markup: Sendable {
    struct Element {
        let name: String
        let attributes: [String: String]
        /// Everything written inside, at any depth, as a reader sees it.
        var text: String { String(decoding: content, as: UTF8.self) }
        fileprivate let content: ArraySlice<UInt8>
        /// Indices of the elements around it, outermost first.
        let ancestors: [Int]

        subscript(attribute: String) -> String? { attributes[attribute] }

        func has(class name: String) -> Bool { self["class"]?.split(separator: " ").contains(Substring(name)) ?? false }
    }

    struct Malformed: Error, CustomStringConvertible {
        let description: String
    }

    private(set) var elements: [Element] = []

    init(_ bytes: [UInt8]) throws {
        var reader = MarkupReader(bytes)
        elements = try reader.read()
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }
    func first(_ name: String) -> Element? { elements.first { $0.name == name } }
    func withClass(_ name: String) -> [Element] { elements.filter { $0.has(class: name) } }
    func withID(_ id: String) -> Element? { elements.first { $0["id"] == id } }
    func contains(text: String) -> Bool { first("body")?.text.contains(text) ?? false }

    /// The elements inside the first element of a name.
    func inside(_ name: String) -> [Element] {
        guard let place = elements.firstIndex(where: { $0.name == name }) else { return [] }
        return elements.filter { $0.ancestors.contains(place) }
    }

    /// The nearest element of a name around the one with an id.
    func nearest(_ name: String, around id: String) -> Element? {
        withID(id)?.ancestors.last { elements[$0].name == name }.map { elements[$0] }
    }

    func meta(_ name: String) -> String? { all("meta").first { $0["name"] == name }?["content"] }
    func link(_ relation: String) -> [Element] { all("link").filter { $0["rel"] == relation } }
}

/// Reads the markup the portal writes, front to back.
private struct MarkupReader {
    private let voids: Set<String>

    /// An element whose end tag has not come yet, or has.
    private struct Part {
        let name: String
        let attributes: [String: String]
        let ancestors: [Int]
        let start: Int
        var end: Int
    }

    private let bytes: [UInt8]
    private var place = 0
    private var open: [Int] = []
    private var parts: [Part] = []
    /// The whole page's text, as a reader sees it; an element's is a stretch of it.
    private var text: [UInt8] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // In XML every element is closed.
        voids = bytes.starts(with: Array("<?xml".utf8)) ? [] : ["meta", "link", "input", "br", "hr", "img"]
    }

    mutating func read() throws -> [Markup.Element] {
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "<") { try readTag() } else { try readText() }
        }
        guard open.isEmpty else { throw Markup.Malformed(description: "never closed: \(open.map { parts[$0].name })") }
        return parts.map {
            Markup.Element(name: $0.name, attributes: $0.attributes, content: text[$0.start..<$0.end], ancestors: $0.ancestors)
        }
    }

    private mutating func readText() throws {
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") {
            guard bytes[place] != UInt8(ascii: ">") else { throw Markup.Malformed(description: "a bare > near \(nearby)") }
            place += 1
        }
        text += Self.unescaped(bytes[start..<place])
    }

    private var nearby: String { String(decoding: bytes[max(0, place - 60)..<min(bytes.count, place + 60)], as: UTF8.self) }

    private mutating func readTag() throws {
        place += 1
        guard place < bytes.count else { throw Markup.Malformed(description: "a < at the end") }
        if bytes[place] == UInt8(ascii: "!") || bytes[place] == UInt8(ascii: "?") {
            while place < bytes.count, bytes[place] != UInt8(ascii: ">") { place += 1 }
            place += 1
        } else if bytes[place] == UInt8(ascii: "/") {
            place += 1
            let name = try readName()
            try expect(UInt8(ascii: ">"))
            guard let last = open.popLast(), parts[last].name == name else {
                throw Markup.Malformed(description: "</\(name)> closes nothing, near \(nearby)")
            }
            parts[last].end = text.count
        } else {
            try readStart()
        }
    }

    private mutating func readStart() throws {
        let name = try readName()
        var attributes: [String: String] = [:]
        while place < bytes.count, bytes[place] == UInt8(ascii: " ") {
            place += 1
            let attribute = try readName()
            var value = ""
            if place < bytes.count, bytes[place] == UInt8(ascii: "=") {
                place += 1
                value = try readValue()
            }
            guard attributes.updateValue(value, forKey: attribute) == nil else {
                throw Markup.Malformed(description: "\(attribute) twice in <\(name)>")
            }
        }
        let closesItself = place < bytes.count && bytes[place] == UInt8(ascii: "/")
        if closesItself { place += 1 }
        try expect(UInt8(ascii: ">"))
        parts.append(Part(name: name, attributes: attributes, ancestors: open, start: text.count, end: text.count))
        guard !closesItself, !voids.contains(name) else { return }
        open.append(parts.count - 1)
        if name == "script" { readScript() }
    }

    /// A script's text runs to its end tag, whatever it holds.
    private mutating func readScript() {
        let end = Array("</script".utf8)
        while place < bytes.count, !bytes[place...].starts(with: end) {
            text.append(bytes[place])
            place += 1
        }
    }

    private mutating func readName() throws -> String {
        let start = place
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: ":"):
                place += 1
            default:
                guard place > start else { throw Markup.Malformed(description: "no name near \(nearby)") }
                return String(decoding: bytes[start..<place], as: UTF8.self)
            }
        }
        throw Markup.Malformed(description: "the page ends inside a tag")
    }

    private mutating func readValue() throws -> String {
        try expect(UInt8(ascii: "\""))
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            guard bytes[place] != UInt8(ascii: "<") else { throw Markup.Malformed(description: "a < in a value near \(nearby)") }
            place += 1
        }
        let value = Self.unescaped(bytes[start..<place])
        try expect(UInt8(ascii: "\""))
        return String(decoding: value, as: UTF8.self)
    }

    private mutating func expect(_ byte: UInt8) throws {
        guard place < bytes.count, bytes[place] == byte else {
            throw Markup.Malformed(description: "\(Character(Unicode.Scalar(byte))) expected near \(nearby)")
        }
        place += 1
    }

    private static let names: [(written: [UInt8], means: UInt8)] = [
        (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
        (Array("&quot;".utf8), UInt8(ascii: "\"")), (Array("&#39;".utf8), UInt8(ascii: "'")),
    ]

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
        var result: ArraySlice<UInt8> = []
        var place = bytes.startIndex
        while place < bytes.endIndex {
            if bytes[place] == UInt8(ascii: "&"), let name = names.first(where: { bytes[place...].starts(with: $0.written) }) {
                result.append(name.means)
                place += name.written.count
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return result
    }
}
