/// The headers of a message, unfolded, by name in small letters.
struct MailHeaders {
    private var values: [String: [String]] = [:]

    /// No honest message has more, or longer ones.
    private static let most = 500
    private static let longest = 20_000

    /// Reads up to the empty line, and leaves what follows.
    init(_ rest: inout ArraySlice<UInt8>) {
        var (name, value, count) = ("", "", 0)
        func keep(_ values: inout [String: [String]]) {
            if !name.isEmpty { values[name, default: []].append(value.trimmedOfSpace) }
            name = ""
        }
        while !rest.isEmpty, count < Self.most {
            let before = rest
            let line = MailLines.next(&rest)
            if line.isEmpty { break }
            let text = String(decoding: line, as: UTF8.self)
            if line.first == 0x20 || line.first == 0x09 {
                if value.utf8.count < Self.longest { value += " " + text.trimmedOfSpace }
                continue
            }
            keep(&values)
            guard let colon = text.firstIndex(of: ":"), text[..<colon].utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                // Not a header: the body has begun without an empty line.
                rest = before
                break
            }
            (name, value) = (text[..<colon].lowercased(), String(text[text.index(after: colon)...]))
            count += 1
        }
        keep(&values)
    }

    var isEmpty: Bool { values.isEmpty }

    /// The first of that name.
    subscript(name: String) -> String? { values[name]?.first }

    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// `text/plain; charset="utf-8"` in its parts.
    func parameterised(_ name: String) -> (value: String, parameters: [String: String]) {
        var (pieces, current, isQuoted, isEscaped) = ([String](), "", false, false)
        for character in self[name] ?? "" {
            switch character {
            case _ where isEscaped:
                current.append(character)
                isEscaped = false
            case "\\" where isQuoted: isEscaped = true
            case "\"": isQuoted.toggle()
            case ";" where !isQuoted:
                pieces.append(current)
                current = ""
            default: current.append(character)
            }
        }
        pieces.append(current)
        var parameters: [String: String] = [:]
        for piece in pieces.dropFirst().prefix(50) {
            guard let equals = piece.firstIndex(of: "=") else { continue }
            let key = String(piece[..<equals]).trimmedOfSpace.lowercased()
            if parameters[key] == nil { parameters[key] = String(piece[piece.index(after: equals)...]).trimmedOfSpace }
        }
        return (pieces[0].trimmedOfSpace, parameters)
    }
}

extension StringProtocol {
    var trimmedOfSpace: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
