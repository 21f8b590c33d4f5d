import Foundation

/// The tags and texts of an XML document in their order: as much of XML as workbooks use (no processing of DTDs or namespaces).
struct XMLTokens {
    enum Token {
        /// Its name without prefix, and its attributes as written. An element that is closed at once gives `end` next.
        case start(name: String, attributes: String)
        case end(name: String)
        case text([UInt8])
    }

    private var source: any ByteSource
    private let name: String
    private var buffer: [UInt8] = []
    private var position = 0
    private var pendingEnd: String?

    init(_ source: any ByteSource, name: String) {
        self.source = source
        self.name = name
    }

    mutating func next() throws(ReleaseReadingError) -> Token? {
        if let end = pendingEnd {
            pendingEnd = nil
            return .end(name: end)
        }
        while true {
            if position == buffer.count {
                guard try refill() else { return nil }
            }
            if buffer[position] != 0x3C {
                let end = try index(of: 0x3C) ?? buffer.count
                defer { position = end }
                return .text(Self.unescaped(buffer[position..<end]))
            }
            guard let end = try index(of: 0x3E) else { throw .unusable(file: name, "its XML ends inside a tag") }
            let tag = buffer[(position + 1)..<end]
            position = end + 1
            guard let first = tag.first, first != 0x3F, first != 0x21 else { continue }
            return token(tag)
        }
    }

    private mutating func token(_ tag: ArraySlice<UInt8>) -> Token {
        let isEnd = tag.first == 0x2F
        let isClosed = tag.last == 0x2F
        let inner = tag.dropFirst(isEnd ? 1 : 0).dropLast(isClosed ? 1 : 0)
        let nameEnd = inner.firstIndex { $0 <= 0x20 } ?? inner.endIndex
        let prefixed = inner[inner.startIndex..<nameEnd]
        let local = prefixed.lastIndex(of: 0x3A).map { prefixed[($0 + 1)...] } ?? prefixed
        let name = String(decoding: local, as: UTF8.self)
        if isEnd { return .end(name: name) }
        if isClosed { pendingEnd = name }
        return .start(name: name, attributes: String(decoding: inner[nameEnd...], as: UTF8.self))
    }

    private mutating func index(of byte: UInt8) throws(ReleaseReadingError) -> Int? {
        var searched = position
        while true {
            if let found = buffer[searched...].firstIndex(of: byte) { return found }
            let seen = buffer.count - position
            guard try refill() else { return nil }
            searched = position + seen
        }
    }

    private mutating func refill() throws(ReleaseReadingError) -> Bool {
        guard let piece = try source.next() else { return false }
        buffer.removeSubrange(..<position)
        buffer += piece
        position = 0
        return true
    }

    /// The value of an attribute; `nil` when the element has none of that name.
    static func attribute(_ name: String, in attributes: String) -> String? {
        guard let start = attributes.range(of: " \(name)=\"") else { return nil }
        return String(attributes[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(0x26) else { return Array(text) }
        var result: [UInt8] = []
        var rest = text
        while let start = rest.firstIndex(of: 0x26) {
            result += rest[rest.startIndex..<start]
            guard let end = rest[start...].firstIndex(of: 0x3B) else {
                result += rest[start...]
                return result
            }
            result += Array(character(String(decoding: rest[(start + 1)..<end], as: UTF8.self)).utf8)
            rest = rest[(end + 1)...]
        }
        return result + rest
    }

    private static func character(_ entity: String) -> String {
        switch entity {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let isHex = entity.hasPrefix("#x")
            let code = UInt32(entity.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
            return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "\u{FFFD}"
        }
    }
}
