import Web

/// What openapi.yaml promises of a schema, read as plain lines: the description keeps one shape throughout.
struct OpenAPIDescription {
    private let lines: [Substring]

    init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The lines of one entry of `components.schemas`, without its name.
    private func block(_ schema: String) -> [Substring] {
        guard let start = lines.firstIndex(of: "    \(schema):") else { return [] }
        return Array(lines[(start + 1)...].prefix { $0.hasPrefix("      ") || $0.isEmpty })
    }

    /// The `required` lists of a schema: its own first, then those of what it holds, in order.
    func required(in schema: String) -> [Set<String>] {
        block(schema).compactMap { line in
            line.firstMatch(of: /^\s*required: \[(.*)\]/).map {
                Set($0.output.1.split(separator: ",").map { $0.trimmingPrefix(" ") }.map { String($0) })
            }
        }
    }

    /// Every name the schema mentions: what an answer may hold.
    func names(in schema: String) -> Set<String> {
        Set(block(schema).flatMap { $0.matches(of: /([A-Za-z]+):(?: |$)/).map { String($0.output.1) } })
    }

    var paths: [String] { lines.compactMap { $0.wholeMatch(of: #/  (/\S+):/#).map { String($0.output.1) } } }

    /// Names of the query parameters of one path.
    func parameters(of path: String) -> [String] {
        guard let start = lines.firstIndex(of: "  \(path):") else { return [] }
        let block = lines[(start + 1)...].prefix { $0.hasPrefix("   ") }
        return block.compactMap { $0.wholeMatch(of: /\s+- name: (\S+)/).map { String($0.output.1) } }
    }
}
