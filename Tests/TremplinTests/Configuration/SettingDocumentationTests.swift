import Foundation
import Testing
import Tremplin

/// docs/configuration.md says what the table says, and the README names every setting.
struct SettingDocumentationTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized

    private func lines(_ path: String) throws -> [String] {
        try String(contentsOf: Self.root.appending(path: path), encoding: .utf8).split(separator: "\n").map(String.init)
    }

    @Test func `every setting has its row, with its flags, variable, standard value and meaning`() throws {
        let lines = try lines("docs/configuration.md")
        for setting in Setting.all {
            let flags = ([setting.shortFlag].compactMap(\.self) + [setting.flag]).map { "`\($0)`" }.joined(separator: ", ")
            let start = "| `\(setting.key)` | \(flags) | `\(setting.variable)` | `\(setting.standard)` | "
            let row = lines.first { $0.hasPrefix(start) }
            #expect(row != nil, "\(setting.key) has no row that starts with \(start)")
            #expect(row?.contains(setting.meaning.dropLast()) == true, "\(setting.key) is explained otherwise than: \(setting.meaning)")
        }
    }

    @Test func `no row tells of a setting that does not exist`() throws {
        let keys = try lines("docs/configuration.md").filter { $0.hasPrefix("| `") }.map { $0.split(separator: "`")[1] }
        #expect(keys.map(String.init).sorted() == Setting.all.map(\.key).sorted())
    }

    @Test func `the README names every setting and its variable`() throws {
        let text = try lines("README.md").joined(separator: "\n")
        for setting in Setting.all {
            #expect(text.contains("`\(setting.key)`") && text.contains("`\(setting.variable)`"), "\(setting.key)")
        }
    }
}
