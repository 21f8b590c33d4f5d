package import HTML

/// A QR code (ISO/IEC 18004) of bytes at error correction level M, drawn by the portal itself: a secret goes to nobody else's service.
///
/// Versions 1 to 15, which hold up to 412 bytes.
package struct QRCode: Sendable {
    /// Modules on a side.
    package let size: Int
    /// Row by row; true is dark.
    package private(set) var modules: [Bool]

    /// - Returns: `nil` for more than version 15 holds.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = QRVersion.smallest(for: bytes.count) else { return nil }
        var matrix = QRMatrix(version)
        matrix.place(QRBlocks.codewords(bytes, version))
        let best = (0..<8).map { mask in
            let masked = matrix.masked(mask)
            return (masked, QRPenalty.of(masked.dark, size: version.size))
        }.min { $0.1 < $1.1 }
        guard let best else { return nil }
        size = version.size
        modules = best.0.dark
    }

    package func isDark(_ row: Int, _ column: Int) -> Bool { modules[row * size + column] }

    /// A picture with the four light modules around it that readers need. Dark on light in dark themes too, as readers expect.
    package func write(title: String, _ h: inout HTMLWriter) {
        let side = size + 8
        h.element(
            "svg", Attribute("viewBox", "0 0 \(side) \(side)"), Attribute("width", "232"), Attribute("height", "232"), .role("img"),
            Attribute("aria-label", title), Attribute("shape-rendering", "crispEdges"), Attribute("focusable", "false")
        ) { h in
            h.element("path", Attribute("fill", "#fff"), Attribute("d", "M0 0h\(side)v\(side)H0z")) { _ in }
            h.element("path", Attribute("fill", "#000"), Attribute("d", path)) { _ in }
        }
    }

    /// One stroke for each run of dark modules.
    private var path: String {
        var path = ""
        for row in 0..<size {
            var column = 0
            while column < size {
                let start = column
                while column < size, isDark(row, column) { column += 1 }
                if column > start { path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z" }
                if column == start { column += 1 }
            }
        }
        return path
    }
}
