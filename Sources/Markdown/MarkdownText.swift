import CCmark
package import HTML

/// A text in Markdown (CommonMark), read by libcmark and written as HTML that only says things: no HTML of the writer's own, no pictures, and
/// links that lead to `http:`, `https:`, `mailto:` or a place on this portal.
package struct MarkdownText: Sendable {
    /// What the writer must change.
    package enum Problem: Hashable, Sendable {
        /// A link that leads to something else: its address.
        case link(String)
        case image
        case html
        case tooDeep
    }

    package let html: SafeHTML
    package let problems: [Problem]

    /// Headings deeper than this would have no place below the page's own.
    private static let deepest = 6
    /// Nested quotes and lists beyond this are no text for people, and cost stack.
    private static let mostNested = 50

    /// - Parameter level: of the text's highest heading on the page: the others follow from it.
    package init(_ text: String, headingsFrom level: Int = 2) {
        let options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8
        var bytes = Array(text.utf8)
        let root = bytes.withUnsafeMutableBytes { buffer in
            cmark_parse_document(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, options)
        }
        guard let root else {
            html = SafeHTML("")
            problems = []
            return
        }
        defer { cmark_node_free(root) }
        var tree = MarkdownTree(root)
        tree.tidy(headingsFrom: level, deepest: Self.deepest, mostNested: Self.mostNested)
        problems = tree.problems
        guard !tree.problems.contains(.tooDeep), let written = cmark_render_html(root, options) else {
            html = SafeHTML("")
            return
        }
        defer { cmark_get_default_mem_allocator().pointee.free(written) }
        html = SafeHTML(commonMark: Array(String(cString: written).utf8))
    }
}

/// Goes through what was read, changes it to what may be shown, and notes what had to go.
private struct MarkdownTree {
    private let root: OpaquePointer
    private(set) var problems: [MarkdownText.Problem] = []

    init(_ root: OpaquePointer) { self.root = root }

    mutating func tidy(headingsFrom level: Int, deepest: Int, mostNested: Int) {
        var nodes: [OpaquePointer] = []
        var depth = 0
        let walk = cmark_iter_new(root)
        defer { cmark_iter_free(walk) }
        while case let event = cmark_iter_next(walk), event != CMARK_EVENT_DONE {
            guard let node = cmark_iter_get_node(walk) else { break }
            if event == CMARK_EVENT_ENTER {
                nodes.append(node)
                depth += Self.isLeaf(node) ? 0 : 1
                if depth > mostNested { note(.tooDeep) }
            } else {
                depth -= 1
            }
        }
        let headings = nodes.filter { cmark_node_get_type($0) == CMARK_NODE_HEADING }
        let highest = headings.map { Int(cmark_node_get_heading_level($0)) }.min() ?? 1
        for heading in headings {
            let place = Int(cmark_node_get_heading_level(heading)) - highest + level
            cmark_node_set_heading_level(heading, Int32(min(place, deepest)))
        }
        for node in nodes {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_LINK: checkLink(node)
            case CMARK_NODE_IMAGE:
                note(.image)
                cmark_node_set_url(node, "")
            // The renderer leaves a comment in its place.
            case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: note(.html)
            default: break
            }
        }
    }

    /// What is entered and never left.
    private static func isLeaf(_ node: OpaquePointer) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK,
            CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
            true
        default: false
        }
    }

    private mutating func checkLink(_ node: OpaquePointer) {
        let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        guard !Self.isAllowed(address) else { return }
        note(.link(address))
        cmark_node_set_url(node, "#")
    }

    private mutating func note(_ problem: MarkdownText.Problem) {
        if !problems.contains(problem) { problems.append(problem) }
    }

    private static func isAllowed(_ address: String) -> Bool {
        guard address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
        let lower = address.lowercased()
        if ["https://", "http://", "mailto:"].contains(where: { lower.hasPrefix($0) && lower.count > $0.count }) { return true }
        return address.hasPrefix("#") || (address.hasPrefix("/") && !address.hasPrefix("//") && !address.contains("\\"))
    }
}
