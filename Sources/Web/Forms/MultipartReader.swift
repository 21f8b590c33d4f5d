/// Reads a form sent as multipart/form-data (RFC 7578), in whatever pieces it arrives. Strict: what is not exactly such a form is refused.
struct MultipartReader {
    enum Event: Equatable {
        /// A field begins; with a name where it is a file.
        case part(name: String, fileName: String?)
        case content([UInt8])
        case end
    }

    enum Problem: Error, Hashable {
        /// Not the form it says it is, or cut off.
        case malformed
        case tooManyParts
    }

    private enum State { case beforeDelimiter, afterDelimiter, head, content, finished }

    private let delimiter: [UInt8]
    private var buffer: [UInt8]
    private var position = 0
    private var state = State.beforeDelimiter
    private var parts = 0

    /// The longest head of a field: a name, and the name of a file.
    private static let longestHead = 8_192
    private static let mostParts = 50

    /// - Parameter contentType: the header of the request.
    init?(contentType: String?) {
        guard let contentType else { return nil }
        let pieces = contentType.split(separator: ";", omittingEmptySubsequences: false).map { String($0).trimmed }
        guard pieces[0].lowercased() == "multipart/form-data",
            let parameter = pieces.dropFirst().first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        var boundary = String(parameter.dropFirst(9))
        if boundary.count >= 2, boundary.first == "\"", boundary.last == "\"" { boundary = String(boundary.dropFirst().dropLast()) }
        // RFC 2046 allows 70 characters, none of them a mark that could end the header.
        guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") })
        else {
            return nil
        }
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter has no line before it.
        buffer = [0x0D, 0x0A]
    }

    /// What the bytes bring.
    mutating func read(_ bytes: some Collection<UInt8>) throws(Problem) -> [Event] {
        buffer.removeSubrange(..<position)
        position = 0
        buffer += bytes
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// After the last bytes.
    func finish() throws(Problem) { guard state == .finished else { throw .malformed } }

    /// - Returns: false when more bytes are needed.
    private mutating func step(_ events: inout [Event]) throws(Problem) -> Bool {
        switch state {
        case .beforeDelimiter:
            // Nothing but the delimiter may stand at the beginning.
            guard buffer.count - position >= delimiter.count else { return false }
            guard buffer[position...].starts(with: delimiter) else { throw .malformed }
            position += delimiter.count
            state = .afterDelimiter
            return true
        case .afterDelimiter:
            guard buffer.count - position >= 2 else { return false }
            let next = Array(buffer[position..<position + 2])
            position += 2
            if next == [0x2D, 0x2D] { state = .finished } else if next == [0x0D, 0x0A] { state = .head } else { throw .malformed }
            return true
        case .head: return try readHead(&events)
        case .content: return readContent(&events)
        case .finished:
            // A line end may follow, as some clients send it; nothing else may.
            guard buffer[position...].allSatisfy({ $0 == 0x0D || $0 == 0x0A }), buffer.count - position <= 2 else { throw .malformed }
            return false
        }
    }

    private mutating func readHead(_ events: inout [Event]) throws(Problem) -> Bool {
        guard let end = Self.find([0x0D, 0x0A, 0x0D, 0x0A], in: buffer, from: position) else {
            guard buffer.count - position <= Self.longestHead else { throw .malformed }
            return false
        }
        guard end - position <= Self.longestHead, let head = String(validating: buffer[position..<end], as: UTF8.self) else {
            throw .malformed
        }
        position = end + 4
        parts += 1
        guard parts <= Self.mostParts else { throw .tooManyParts }
        events.append(try Self.part(head))
        state = .content
        return true
    }

    private mutating func readContent(_ events: inout [Event]) -> Bool {
        if let end = Self.find(delimiter, in: buffer, from: position) {
            if end > position { events.append(.content(Array(buffer[position..<end]))) }
            events.append(.end)
            position = end + delimiter.count
            state = .afterDelimiter
            return true
        }
        // The delimiter may have begun.
        let safe = buffer.count - delimiter.count + 1
        if safe > position {
            events.append(.content(Array(buffer[position..<safe])))
            position = safe
        }
        return false
    }

    /// `Content-Disposition: form-data; name="file"; filename="été.csv"`. Browsers write a quotation mark in a name as `%22`.
    private static func part(_ head: String) throws(Problem) -> Event {
        for line in head.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "content-disposition" else { continue }
            let value = String(line[line.index(after: colon)...]).trimmed
            guard value.lowercased().hasPrefix("form-data"), let name = quoted("name", in: value) else { throw .malformed }
            return .part(name: name, fileName: quoted("filename", in: value))
        }
        throw .malformed
    }

    private static func quoted(_ name: String, in value: String) -> String? {
        let start: Range<String.Index>? = value.firstRange(of: "; \(name)=\"") ?? value.firstRange(of: ";\(name)=\"")
        guard let start else { return nil }
        let rest: Substring = value[start.upperBound...]
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        return String(rest[..<end]).replacing("%22", with: "\"").replacing("%0D", with: "").replacing("%0A", with: "")
    }

    private static func find(_ wanted: [UInt8], in buffer: [UInt8], from start: Int) -> Int? {
        buffer.withUnsafeBufferPointer { buffer in
            guard let first = wanted.first, buffer.count >= wanted.count else { return nil }
            var at = start
            while at + wanted.count <= buffer.count {
                guard let next = buffer[at...].firstIndex(of: first), next + wanted.count <= buffer.count else { return nil }
                if wanted.indices.allSatisfy({ buffer[next + $0] == wanted[$0] }) { return next }
                at = next + 1
            }
            return nil
        }
    }
}
