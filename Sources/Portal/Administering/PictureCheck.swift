/// What may be shown beside the portal's name: a PNG, or an SVG that only draws.
package enum PictureCheck {
    package enum Problem: String, Error, Hashable, Sendable, CaseIterable {
        case tooLarge
        /// Neither a PNG nor an SVG.
        case otherType
        /// More points than a logo has.
        case tooManyPoints
        /// An SVG with something that does more than draw: a script, a style, a reference, an element or attribute that is not known here.
        case doesMore
        case broken
    }

    /// Bytes.
    package static let largest = 262_144
    /// Points on each side.
    private static let widest = 4_096

    /// - Returns: the media type.
    package static func type(of bytes: [UInt8]) throws(Problem) -> String {
        guard bytes.count <= largest else { throw .tooLarge }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            try checkPNG(bytes)
            return "image/png"
        }
        guard let text = String(validating: bytes, as: UTF8.self), text.contains("<svg") else { throw .otherType }
        try DrawingCheck.check(text)
        return "image/svg+xml"
    }

    private static func checkPNG(_ bytes: [UInt8]) throws(Problem) {
        guard bytes.count >= 33, Array(bytes[12..<16]) == Array("IHDR".utf8) else { throw .broken }
        func number(_ place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
        let (width, height) = (number(16), number(20))
        guard width > 0, height > 0 else { throw .broken }
        guard width <= widest, height <= widest else { throw .tooManyPoints }
    }
}

/// Reads an SVG tag by tag and refuses whatever it does not know: what is left can only draw.
enum DrawingCheck {
    private static let elements: Set<String> = [
        "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
        "linearGradient", "radialGradient", "stop", "clipPath", "mask", "symbol",
    ]
    private static let attributes: Set<String> = [
        "xmlns", "version", "viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "d",
        "points",
        "transform", "id", "class", "fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "stroke-opacity", "opacity", "clip-path", "clip-rule", "mask",
        "offset",
        "stop-color", "stop-opacity", "gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits", "maskUnits",
        "preserveAspectRatio",
        "font-family", "font-size", "font-weight", "font-style", "text-anchor", "letter-spacing", "dx", "dy", "role", "aria-label",
        "aria-hidden", "focusable", "xml:space", "color", "display", "visibility", "vector-effect", "dominant-baseline",
    ]
    private static let namespace = "http://www.w3.org/2000/svg"

    static func check(_ text: String) throws(PictureCheck.Problem) {
        var rest = text[...]
        var open: [String] = []
        var hasRoot = false
        while let start = rest.firstIndex(of: "<") {
            // An entity could stand for anything; the five of XML and numbers cannot.
            guard areHarmless(rest[..<start]) else { throw .doesMore }
            rest = rest[start...]
            if rest.hasPrefix("<!--") {
                guard let end = rest.firstRange(of: "-->") else { throw .broken }
                rest = rest[end.upperBound...]
                continue
            }
            if rest.hasPrefix("<?xml "), !hasRoot {
                guard let end = rest.firstRange(of: "?>") else { throw .broken }
                rest = rest[end.upperBound...]
                continue
            }
            // Other instructions, document types, raw character data.
            guard !rest.hasPrefix("<?"), !rest.hasPrefix("<!") else { throw .doesMore }
            guard let end = rest.firstIndex(of: ">") else { throw .broken }
            var inside = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if inside.hasPrefix("/") {
                guard open.popLast() == trimmed(inside.dropFirst()) else { throw .broken }
                continue
            }
            let isClosed = inside.hasSuffix("/")
            if isClosed { inside = inside.dropLast() }
            let name = String(inside.prefix { !$0.isWhitespace })
            guard elements.contains(name), hasRoot || name == "svg", !hasRoot || !open.isEmpty else { throw .doesMore }
            try checkAttributes(inside.dropFirst(name.count))
            hasRoot = true
            if !isClosed { open.append(name) }
        }
        guard hasRoot, open.isEmpty, rest.allSatisfy(\.isWhitespace) else { throw .broken }
    }

    private static func checkAttributes(_ text: Substring) throws(PictureCheck.Problem) {
        var rest = text.drop(while: \.isWhitespace)
        while !rest.isEmpty {
            guard let equals = rest.firstIndex(of: "=") else { throw .broken }
            let name = trimmed(rest[..<equals])
            rest = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
            guard let quote = rest.first, quote == "\"" || quote == "'" else { throw .broken }
            rest = rest.dropFirst()
            guard let end = rest.firstIndex(of: quote) else { throw .broken }
            let value = rest[..<end]
            rest = rest[rest.index(after: end)...]
            guard rest.isEmpty || rest.first?.isWhitespace == true else { throw .broken }
            rest = rest.drop(while: \.isWhitespace)
            guard attributes.contains(name), isHarmless(value, of: name) else { throw .doesMore }
        }
    }

    /// A reference may only be to another part of the same drawing.
    private static func isHarmless(_ value: Substring, of name: String) -> Bool {
        if name == "xmlns" { return value == namespace }
        let lower = value.lowercased().filter { !$0.isWhitespace }
        guard !lower.contains("&"), !lower.contains("javascript:"), !lower.contains("data:"), !lower.contains("\\") else { return false }
        return lower.split(separator: "url(", omittingEmptySubsequences: false).dropFirst().allSatisfy { $0.hasPrefix("#") }
    }

    private static func areHarmless(_ text: Substring) -> Bool {
        text.split(separator: "&", omittingEmptySubsequences: false).dropFirst().allSatisfy { part in
            ["amp;", "lt;", "gt;", "quot;", "apos;"].contains { part.hasPrefix($0) }
                || (part.hasPrefix("#") && part.dropFirst().prefix { $0.isHexDigit || $0 == "x" }.isEmpty == false)
        }
    }

    private static func trimmed(_ text: Substring) -> String { String(text.filter { !$0.isWhitespace }) }
}
