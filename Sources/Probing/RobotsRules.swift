/// What a site's robots.txt asks of a visitor (RFC 9309): the group for the visitor's own name, or else that for everybody.
package struct RobotsRules: Hashable, Sendable {
    private struct Rule: Hashable {
        let allows: Bool
        let path: String
    }

    private var rules: [Rule] = []

    /// Nothing is asked.
    package static let none = RobotsRules()

    private init() {}

    /// - Parameter agent: the visitor's name, without a version.
    package init(_ text: String, agent: String) {
        var groups: [(agents: [String], rules: [Rule])] = []
        var isNaming = false
        for line in text.split(whereSeparator: \.isNewline).prefix(5_000) {
            let parts = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1).map { String($0).trimmedOfSpaces }
            guard parts.count == 2 || (parts.count == 1 && line.contains(":")) else { continue }
            let value = parts.count == 2 ? parts[1] : ""
            switch parts[0].lowercased() {
            case "user-agent":
                if !isNaming { groups.append(([], [])) }
                isNaming = true
                groups[groups.count - 1].agents.append(value.lowercased())
            case "allow", "disallow":
                isNaming = false
                // Nothing disallowed is everything allowed.
                guard !groups.isEmpty, !value.isEmpty else { continue }
                groups[groups.count - 1].rules.append(Rule(allows: parts[0].lowercased() == "allow", path: value))
            default: continue
            }
        }
        let own = groups.filter { $0.agents.contains(agent.lowercased()) }
        rules = (own.isEmpty ? groups.filter { $0.agents.contains("*") } : own).flatMap(\.rules)
    }

    /// The longest rule that fits decides; of two as long, the one that allows.
    package func allows(_ path: String) -> Bool {
        let fitting = rules.filter { Self.fits(Array($0.path.utf8), Array(path.utf8)) }
        let longest = fitting.map(\.path.utf8.count).max()
        return longest == nil || fitting.contains { $0.path.utf8.count == longest && $0.allows }
    }

    /// `*` stands for any run of characters, `$` at the end for the end.
    private static func fits(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isWhole = pattern.last == UInt8(ascii: "$")
        let parts = (isWhole ? pattern.dropLast() : pattern[...]).split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        guard let first = parts.first, path.starts(with: first) else { return false }
        var place = first.count
        for (index, part) in parts.enumerated().dropFirst() {
            if isWhole, index == parts.count - 1 {
                return path.count - place >= part.count && path.suffix(part.count).elementsEqual(part)
            }
            guard let found = Self.find(part, in: path, from: place) else { return false }
            place = found + part.count
        }
        return !isWhole || place == path.count
    }

    private static func find(_ part: ArraySlice<UInt8>, in path: [UInt8], from start: Int) -> Int? {
        guard part.count <= path.count - start else { return nil }
        return (start...path.count - part.count).first { path[$0..<$0 + part.count].elementsEqual(part) }
    }
}

extension String {
    fileprivate var trimmedOfSpaces: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
