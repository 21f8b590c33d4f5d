/// A site that may show an institution's programs in a frame: a host, or all hosts below one.
package struct EmbedHost: Hashable, Sendable {
    /// `www.college.example`, `*.college.example`, or with a port, `localhost:8000`.
    package let text: String

    /// - Parameter typed: a host as somebody types or pastes it, perhaps as the address of a page.
    /// - Returns: `nil` for what names no host. Only letters, digits, dots and dashes can get into the header of an answer.
    package init?(_ typed: String) {
        var text = typed.lowercased()
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) { text.removeFirst(scheme.count) }
        if let slash = text.firstIndex(where: { $0 == "/" || $0 == "?" || $0 == "#" }) { text = String(text[..<slash]) }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...253).contains(text.utf8.count) else { return nil }
        if parts.count == 2 {
            guard let port = Int(parts[1]), (1...65_535).contains(port), String(port) == parts[1] else { return nil }
        }
        var labels = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        if labels.first == "*" {
            labels.removeFirst()
            // All hosts of a whole domain of the top is nobody's own site.
            guard labels.count >= 2 else { return nil }
        }
        let isWhole =
            !labels.isEmpty
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.utf8.first != UInt8(ascii: "-") && label.utf8.last != UInt8(ascii: "-")
                    && label.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
            }
        guard isWhole, labels.count > 1 || labels.first == "localhost" else { return nil }
        self.text = text
    }

    /// As `frame-ancestors` names it: over HTTPS, and without where it is this very machine.
    package var source: String { text.hasPrefix("localhost") ? "http://\(text)" : "https://\(text)" }
}
