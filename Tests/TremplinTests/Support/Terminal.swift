import Domain
import Foundation
import Portal
import Synchronization
import Tremplin

/// A command run within the test, with a folder of its own for its files and its database.
final class Terminal: Sendable {
    /// What one command said, and how it ended.
    struct Answer: Sendable {
        let code: Int32
        let output: String
        let notices: String
    }

    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tremplin-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The path of a file in the folder.
    func path(_ name: String) -> String { folder.appending(path: name).path }

    @discardableResult
    func file(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
        return path(name)
    }

    func contents(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    @discardableResult
    func run(_ arguments: String..., environment: [String: String] = [:]) async -> Answer {
        await run(arguments, environment: environment)
    }

    @discardableResult
    func run(_ arguments: [String], environment: [String: String] = [:]) async -> Answer {
        let paper = Paper()
        let console = Console(output: { paper.output.append($0) }, notice: { paper.notices.append($0) })
        let surroundings = ["TREMPLIN_DATABASE": path("portal.sqlite")].merging(environment) { _, given in given }
        // 2026-11-23 at noon in Toronto.
        let clock = PortalClock { Timestamp(milliseconds: 1_795_453_200_000) }
        let code = await Invocation(arguments: arguments, environment: surroundings, console: console, clock: clock).run()
        return Answer(code: code, output: paper.output.text, notices: paper.notices.text)
    }
}

/// What was written, from whichever thread.
private final class Paper: Sendable {
    final class Roll: Sendable {
        private let written = Mutex("")

        var text: String { written.withLock { $0 } }
        func append(_ text: String) { written.withLock { $0 += text } }
    }

    let output = Roll()
    let notices = Roll()
}
