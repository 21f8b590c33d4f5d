import Foundation
import Testing

/// Nobody has to read code to know what can be set.
@Suite struct ConfigurationTests {
    /// One setting as the command declares it.
    private struct Declared {
        let key: String
        let standard: String
        let shortFlag: String?

        private var words: [Substring] { key.split { $0 == "." || $0 == "-" } }
        var flag: String { "--" + words.joined(separator: "-") }
        var variable: String { "TREMPLIN_" + words.joined(separator: "_").uppercased() }
    }

    /// Read from the table in the source, so that this test needs neither the command nor its libraries.
    private static let declared: [Declared] = {
        let source = Tree.text("Sources/Tremplin/Configuration/Setting.swift")
        let pattern =
            /= Setting\(\s*"([a-z.-]+)",[^"]*?(?:\[[^\]]*\]\))?,\s*standard: "([^"]*)"(?:, privacy: \.\w+)?(?:, shortFlag: "([^"]+)")?/
        return source.matches(of: pattern).map {
            Declared(key: String($0.1), standard: String($0.2), shortFlag: $0.3.map(String.init))
        }
    }()

    private static func rows(_ path: String) -> [String: String] {
        var rows: [String: String] = [:]
        for match in Tree.text(path).matches(of: /(?m)^\| `([a-z]+(?:[.-][a-z-]+)*)` \| `--.*$/) { rows[String(match.1)] = String(match.0) }
        return rows
    }

    @Test func `the settings are found in the source`() {
        let count = Tree.text("Sources/Tremplin/Configuration/Setting.swift").matches(of: /= Setting\(/).count
        #expect(Self.declared.count == count)
        #expect(count >= 8)
    }

    @Test(arguments: ["docs/configuration.md", "README.md"])
    func `every setting stands in the table, with its flag, its variable and its standard value`(path: String) {
        let rows = Self.rows(path)
        for setting in Self.declared {
            let row = rows[setting.key] ?? ""
            for part in [setting.flag, setting.variable, setting.standard, setting.shortFlag].compactMap({ $0 }) where !part.isEmpty {
                #expect(row.contains("`\(part)`"), "\(path): the row of \(setting.key) does not hold `\(part)`")
            }
        }
        #expect(Set(rows.keys).subtracting(Self.declared.map(\.key)).sorted() == [], "\(path) documents settings that do not exist")
    }

    @Test(arguments: ["deploy/tremplin.service", "deploy/tremplin@.service", "deploy/Containerfile", "script/server"])
    func `files that set the portal up name only settings that exist`(path: String) {
        // And the one short name.
        let known = Set(Self.declared.map(\.variable) + ["TREMPLIN_CONFIG", "TREMPLIN_DATABASE"])
        let named = Set(Tree.text(path).matches(of: /TREMPLIN_[A-Z_]+/).map { String($0.0) })
        #expect(named.subtracting(known).sorted() == [])
    }
}
