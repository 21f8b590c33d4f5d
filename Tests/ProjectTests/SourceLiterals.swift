/// The string literals of Swift sources, as far as checks of names need them: one line each, no raw or multi-line strings.
struct SourceLiterals {
    /// Literals without interpolation.
    private(set) var whole: Set<String> = []
    /// What stands before the first interpolation of a literal that has one: `facet.` of `"facet.\(name)"`.
    private(set) var beginnings: Set<String> = []

    init(sources: [String]) {
        for source in sources {
            for line in source.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                read(line.utf8)
            }
        }
    }

    private mutating func read(_ line: Substring.UTF8View) {
        var index = line.startIndex
        while let open = line[index...].firstIndex(of: UInt8(ascii: "\"")) {
            index = read(line, from: line.index(after: open))
        }
    }

    /// Reads one literal whose quotation mark was passed. Literals inside its interpolations are read as well.
    /// - Returns: the place after its closing mark.
    private mutating func read(_ line: Substring.UTF8View, from start: Substring.UTF8View.Index) -> Substring.UTF8View.Index {
        var index = start
        var beginning: String?
        while index < line.endIndex, line[index] != UInt8(ascii: "\"") {
            guard line[index] == UInt8(ascii: "\\") else {
                index = line.index(after: index)
                continue
            }
            let escaped = line.index(after: index)
            guard escaped < line.endIndex else { return line.endIndex }
            guard line[escaped] == UInt8(ascii: "(") else {
                index = line.index(after: escaped)
                continue
            }
            if beginning == nil { beginning = String(line[start..<index]) }
            index = skipInterpolation(line, from: line.index(after: escaped))
        }
        if let beginning {
            if !beginning.isEmpty { beginnings.insert(beginning) }
        } else if let text = String(line[start..<index]) {
            whole.insert(text)
        }
        return index < line.endIndex ? line.index(after: index) : index
    }

    private mutating func skipInterpolation(
        _ line: Substring.UTF8View, from start: Substring.UTF8View.Index
    ) -> Substring.UTF8View.Index {
        var index = start
        var depth = 1
        while index < line.endIndex {
            switch line[index] {
            case UInt8(ascii: "\""):
                index = read(line, from: line.index(after: index))
                continue
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            index = line.index(after: index)
            if depth == 0 { break }
        }
        return index
    }
}
