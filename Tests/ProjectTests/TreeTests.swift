import Foundation
import Testing

/// What must not be in the project, and what must.
@Suite struct TreeTests {
    /// Files people write. Reference tables and pictures are not read for words.
    private static let written =
        Tree.files(endingIn: [
            ".swift", ".md", ".json", ".css", ".js", ".py", ".yaml", ".yml", ".service", ".txt", "Caddyfile",
        ]) + Tree.files(in: "script") + Tree.files(in: ".ci")

    private static func lines(matching pattern: some RegexComponent, in paths: [String] = written) -> [String] {
        paths.flatMap { path in
            Tree.text(path).split(separator: "\n", omittingEmptySubsequences: false).enumerated()
                .filter { $0.element.contains(pattern) }
                .map { "\(path):\($0.offset + 1): \($0.element.prefix(100))" }
        }
    }

    @Test func `there are files to check`() {
        #expect(Self.written.count > 100)
    }

    @Test func `no path of somebody's machine stands in a file`() {
        // Spelled in parts, so that this file passes its own test.
        let folders = ["work", "root", "Users", "home/[a-z]+"].map { "/" + $0 + "/" }.joined(separator: "|")
        let pattern = try! Regex("(?:^|[\\s\"'`(=:])(?:" + folders + ")")
        #expect(Self.lines(matching: pattern) == [])
    }

    @Test func `nothing needs a folder outside the project`() {
        let pattern = try! Regex("\\.\\./" + "shared")
        #expect(Self.lines(matching: pattern) == [])
    }

    @Test func `demonstration data names only hosts that cannot exist`() {
        let data = Tree.files(in: "Sources/Portal/Resources/demo", endingIn: [".json"])
        let hosts = data.flatMap { path in
            Tree.text(path).matches(of: /(?:https?:\/\/|[\w.+-]+@)([\w.-]+)/).map { (path: path, host: String($0.1)) }
        }
        #expect(hosts.filter { !$0.host.hasSuffix(".example") }.map { "\($0.path): \($0.host)" } == [])
    }

    @Test func `invented hosts stay out of the code that runs`() {
        // Comments may give examples, the command's messages too; the demonstration's loader makes its programs' addresses.
        let code = Self.written.filter {
            $0.hasPrefix("Sources/") && $0.hasSuffix(".swift") && !$0.hasPrefix("Sources/Tremplin/") && !$0.contains("Demo")
        }
        let hosts = Self.lines(matching: /^(?!\s*\/\/).*https?:\/\/[\w-]+\.example\b/, in: code)
        #expect(hosts == [])
    }

    @Test func `pages load nothing from another host`() {
        let pages = Tree.files(in: "Sources/Web", endingIn: [".css", ".js"])
        #expect(Self.lines(matching: /https?:\/\/(?!www\.w3\.org)|@import/, in: pages) == [])
    }

    @Test func `no secret is kept in the project`() {
        let pattern = try! Regex("BEGIN [A-Z ]*PRIVATE" + " KEY|(?i:password|secret|token)\\s*[:=]\\s*[\"'][A-Za-z0-9+/]{16,}")
        #expect(Self.lines(matching: pattern) == [])
    }

    @Test func `every link between documents leads somewhere`() {
        let documents = Tree.files(endingIn: [".md"])
        var broken: [String] = []
        for path in documents {
            let folder = URL(filePath: path).deletingLastPathComponent().relativePath
            for match in Tree.text(path).matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/) where !match.1.contains(":") {
                let target = match.1.hasPrefix("/") ? String(match.1.dropFirst()) : (folder == "." ? "" : folder + "/") + match.1
                if !Tree.exists(target) { broken.append("\(path): \(match.1)") }
            }
        }
        #expect(broken == [])
    }

    @Test func `decisions are numbered once`() {
        let numbers = Tree.files(in: "docs/decisions", endingIn: [".md"]).map { URL(filePath: $0).lastPathComponent.prefix(4) }
        #expect(numbers.allSatisfy { Int($0) != nil })
        #expect(Set(numbers).count == numbers.count)
    }

    @Test func `documents that people look for are there`() {
        let expected = [
            "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "LICENSE", "docs/architecture.md", "docs/configuration.md",
        ]
        #expect(expected.filter { !Tree.exists($0) } == [])
    }

    @Test func `source files stay short enough to read in one go`() {
        // Tables of data may be longer; anything else past 300 lines has a second subject in it.
        let lengths = Tree.files(in: "Sources", endingIn: [".swift"]).map { path in
            (path: path, lines: Tree.text(path).utf8.count { $0 == UInt8(ascii: "\n") })
        }.sorted { $0.lines > $1.lines }
        let sorted = lengths.map(\.lines)
        if !sorted.isEmpty {
            print("Source files: \(sorted.count), median \(sorted[sorted.count / 2]) lines, 90th percentile \(sorted[sorted.count / 10])")
            for file in lengths.prefix(5) { print("  \(file.lines) \(file.path)") }
        }
        #expect(lengths.filter { $0.lines > 300 && !$0.path.hasSuffix("Table.swift") }.map { "\($0.lines) \($0.path)" } == [])
    }
}
