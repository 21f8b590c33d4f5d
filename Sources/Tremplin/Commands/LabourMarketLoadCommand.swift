package import ArgumentParser
package import Domain
import Foundation
package import LabourMarket
import Portal
import Storage

/// `tremplin labour-market load`: reads a publisher's files, says what they would change, and changes it when told to.
package struct LabourMarketLoadCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Read a publisher's files and print what they would change; --apply changes it.",
        discussion: """
            KIND is one of \(ReleaseKind.allCases.map(\.rawValue).joined(separator: ", ")).
            The files may come in any order and under any name: a file is known by its column names. outlooks, wages, vacancies and
            postings also read the publishers' workbooks and archives (.xlsx, .zip). A month of postings is added to those in use.
            A file with a mistake in it changes nothing: the answer names the row and the column.
            """)

    @Argument(help: "What the files hold.")
    var kind: ReleaseKind

    @Argument(help: "The publisher's files.")
    var files: [String]

    @Option(name: .customLong("release-version"), help: "What the publisher calls this version.")
    var releaseVersion: String?

    @Option(help: "The day the figures are as of: 2026-01-31.")
    var asOf: CalendarDate?

    @Flag(help: "Put it into use.")
    var apply = false

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        for file in files { try TableFile.check(file) }
        try await surroundings.withDatabase { database in
            let load = LoadReferenceData(store: ReleaseStore(database), clock: surroundings.clock)
            // Checked against what is in use, and added to it where months add up.
            let release = try ReleaseReader.read(
                kind: kind, files: files.map { URL(filePath: $0) }, version: releaseVersion, asOf: asOf, inUse: try await load.current())
            let plan = try await load.plan(release)
            write(plan, to: surroundings.console)
            guard apply else {
                surroundings.console.notice("Nothing was changed. Add --apply to put it into use.")
                return
            }
            try await load.apply(release)
            surroundings.console.notice("\(release.kind.rawValue) \(release.version) is in use.")
        }
    }

    private func write(_ plan: LoadReferenceData.Plan, to console: Console) {
        let release = plan.release
        console.line("\(release.kind.rawValue) \(release.version), as of \(release.asOf), \(release.source.rows) rows")
        console.line(plan.current.map { "in use: \($0.version), as of \($0.asOf), \($0.rows) rows" } ?? "in use: none")
        var table = TextTable(["table", "added", "removed", "changed", "unchanged"], rightAligned: [1, 2, 3, 4])
        for part in plan.difference.tables {
            table.add([part.name, String(part.added), String(part.removed), String(part.changed), String(part.unchanged)])
        }
        console.write(table.text)
        for sentence in release.leftOut { console.line("left out: " + sentence) }
        for example in plan.difference.tables.flatMap(\.examples) {
            if let before = example.before { console.line("- " + before) }
            if let after = example.after { console.line("+ " + after) }
        }
    }
}

extension ReleaseKind: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
