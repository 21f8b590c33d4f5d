import Foundation
import Testing
import Web

/// Everybody can read the pages: contrast of the style sheet's own colours (WCAG 2.2, 1.4.3 and 1.4.11), light and dark.
@Suite struct ContrastTests {
    enum Theme: CaseIterable { case light, dark }

    private static let texts: [(text: String, on: String)] =
        ["ink", "quiet", "pine", "lake", "amber"].flatMap { text in ["paper", "surface", "tint"].map { (text, $0) } } + [
            ("amber", "care-tint"), ("ink", "care-tint"), ("lake", "care-tint"), ("on-pine", "pine"), ("on-pine", "pine-strong"),
        ]
    /// Borders of fields and the marks by which one knows a control.
    private static let edges: [(text: String, on: String)] = [
        ("edge", "paper"), ("edge", "surface"), ("pine", "surface"), ("lake", "paper"),
    ]

    private func sheet() async throws -> String {
        let path = try #require(try await PortalClient.sample.markup("/en").link("stylesheet").first?["href"])
        return try await PortalClient.sample.get(path).text
    }

    private func tokens() async throws -> [String: (light: String, dark: String)] {
        var tokens: [String: (light: String, dark: String)] = [:]
        for match in try await sheet().matches(of: /--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/) {
            tokens[String(match.output.1)] = (String(match.output.2), String(match.output.3))
        }
        return tokens
    }

    /// Relative luminance of `#rrggbb` in sRGB, as WCAG defines it.
    private func luminance(_ colour: String) -> Double {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        let parts = [16, 8, 0].map { shift -> Double in
            let part = Double(value >> shift & 0xFF) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ pair: (text: String, on: String), _ theme: Theme) async throws -> Double {
        let tokens = try await tokens()
        let text = try #require(tokens[pair.text], "\(pair.text)")
        let ground = try #require(tokens[pair.on], "\(pair.on)")
        let (a, b) = theme == .light ? (luminance(text.light), luminance(ground.light)) : (luminance(text.dark), luminance(ground.dark))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test(arguments: texts, Theme.allCases) func `text stands out from its ground`(pair: (text: String, on: String), theme: Theme)
        async throws
    {
        #expect(try await contrast(pair, theme) >= 4.5)
    }

    @Test(arguments: edges, Theme.allCases) func `a field's edge stands out`(pair: (text: String, on: String), theme: Theme) async throws {
        #expect(try await contrast(pair, theme) >= 3)
    }

    @Test(arguments: Theme.allCases) func `wherever a rule sets text and ground together, one can read it`(theme: Theme) async throws {
        let rules = try await sheet().matches(of: /\{([^{}]*)\}/).map { String($0.output.1) }
        let pairs = rules.compactMap { rule -> (text: String, on: String)? in
            guard let text = rule.firstMatch(of: /(?:^|[;\s])color: var\(--([a-z-]+)\)/),
                let ground = rule.firstMatch(of: /background: var\(--([a-z-]+)\)/)
            else { return nil }
            return (String(text.output.1), String(ground.output.1))
        }
        #expect(pairs.count > 5)
        for pair in pairs { #expect(try await contrast(pair, theme) >= 4.5, "\(pair)") }
    }

    @Test func `black on white is twenty-one to one`() {
        #expect(abs((luminance("#ffffff") + 0.05) / (luminance("#000000") + 0.05) - 21) < 0.001)
    }

    @Test func `no colour is written outside the tokens`() async throws {
        let rules = try await sheet().split(separator: "}").dropFirst()
        #expect(
            rules.filter { $0.firstMatch(of: /:[^;{]*#[0-9a-fA-F]{3,8}\b/) != nil && !$0.contains("@media print") }.map(String.init) == [])
    }
}
