/// What is wrong in a JSON text, and on which line.
struct JSONProblem: Error, Hashable {
    enum Reason: Hashable { case unexpected, unterminated, badText, badNumber, keyTwice(String), tooDeep, notAnArray }
    let line: Int
    let reason: Reason
}

/// Reads JSON (RFC 8259) from bytes, one value at a time, so that a long array need not be in memory at once.
struct JSONReader: Sendable {
    /// 32: a program is five deep.
    private static let deepest = 32

    private let bytes: [UInt8]
    private var position: Int
    private var isInArray = false
    private var isDone = false
    /// The last place whose line was asked for: counting goes on from there.
    private var counted = (position: 0, line: 1)

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next element of the array that the whole text is; `nil` after the last.
    mutating func nextElement() throws(JSONProblem) -> JSONValue? {
        guard !isDone else { return nil }
        skipBlanks()
        if isInArray {
            if !take(UInt8(ascii: ",")) {
                guard take(UInt8(ascii: "]")) else { throw problem(.unexpected) }
                return try end()
            }
        } else {
            guard take(UInt8(ascii: "[")) else { throw problem(.notAnArray) }
            isInArray = true
            skipBlanks()
            if take(UInt8(ascii: "]")) { return try end() }
        }
        skipBlanks()
        return try value(depth: 1)
    }

    /// Nothing but blanks is left.
    private mutating func end() throws(JSONProblem) -> JSONValue? {
        skipBlanks()
        guard position == bytes.count else { throw problem(.unexpected) }
        isDone = true
        return nil
    }

    /// The value that the whole text is.
    mutating func whole() throws(JSONProblem) -> JSONValue {
        skipBlanks()
        let value = try value(depth: 0)
        skipBlanks()
        guard position == bytes.count else { throw problem(.unexpected) }
        return value
    }

    private mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
        guard depth < Self.deepest else { throw problem(.tooDeep) }
        guard position < bytes.count else { throw problem(.unterminated) }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func object(depth: Int) throws(JSONProblem) -> JSONValue {
        position += 1
        var members: [String: JSONValue] = [:]
        skipBlanks()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipBlanks()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw problem(.unexpected) }
            let key = try text()
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw problem(.unexpected) }
            skipBlanks()
            let value = try value(depth: depth + 1)
            guard members.updateValue(value, forKey: key) == nil else { throw problem(.keyTwice(key)) }
            skipBlanks()
            if take(UInt8(ascii: ",")) { continue }
            guard take(UInt8(ascii: "}")) else { throw problem(.unexpected) }
            return .object(members)
        }
    }

    private mutating func array(depth: Int) throws(JSONProblem) -> JSONValue {
        position += 1
        var values: [JSONValue] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .array(values) }
        while true {
            skipBlanks()
            values.append(try value(depth: depth + 1))
            skipBlanks()
            if take(UInt8(ascii: ",")) { continue }
            guard take(UInt8(ascii: "]")) else { throw problem(.unexpected) }
            return .array(values)
        }
    }

    private mutating func text() throws(JSONProblem) -> String {
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\"), bytes[position] >= 0x20
        {
            position += 1
        }
        // Most texts have nothing in them that is written in another way.
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            guard let text = String(validating: bytes[start..<position], as: UTF8.self) else { throw problem(.badText) }
            position += 1
            return text
        }
        var result = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: result, as: UTF8.self) else { throw problem(.badText) }
                return text
            case UInt8(ascii: "\\"): try escape(into: &result)
            case 0..<0x20: throw problem(.badText)
            default: result.append(byte)
            }
        }
        throw problem(.unterminated)
    }

    private mutating func escape(into result: inout [UInt8]) throws(JSONProblem) {
        guard position < bytes.count else { throw problem(.unterminated) }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
        case UInt8(ascii: "b"): result.append(8)
        case UInt8(ascii: "f"): result.append(12)
        case UInt8(ascii: "n"): result.append(10)
        case UInt8(ascii: "r"): result.append(13)
        case UInt8(ascii: "t"): result.append(9)
        case UInt8(ascii: "u"):
            var units = [try hexadecimal()]
            if UTF16.isLeadSurrogate(units[0]) {
                guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw problem(.badText) }
                units.append(try hexadecimal())
            }
            guard let text = String(validating: units, as: UTF16.self) else { throw problem(.badText) }
            result += text.utf8
        default: throw problem(.badText)
        }
    }

    private mutating func hexadecimal() throws(JSONProblem) -> UInt16 {
        guard position + 4 <= bytes.count else { throw problem(.unterminated) }
        let digits = bytes[position..<position + 4]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw problem(.badText) }
        position += 4
        return unit
    }

    private mutating func number() throws(JSONProblem) -> String {
        let start = position
        while position < bytes.count, bytes[position].isOfANumber { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard !text.isEmpty, text.utf8.first != UInt8(ascii: "+"), let value = Double(text), value.isFinite else {
            throw problem(text.isEmpty ? .unexpected : .badNumber)
        }
        return text
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONProblem) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw problem(.unexpected) }
        position += word.utf8.count
        return value
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func problem(_ reason: JSONProblem.Reason) -> JSONProblem {
        countLines()
        return JSONProblem(line: counted.line, reason: reason)
    }

    private mutating func countLines() {
        let end = min(position, bytes.count)
        counted = (end, counted.line + bytes[counted.position..<end].count { $0 == 0x0A })
    }
}

extension UInt8 {
    fileprivate var isOfANumber: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"),
            UInt8(ascii: "E"):
            true
        default: false
        }
    }
}
