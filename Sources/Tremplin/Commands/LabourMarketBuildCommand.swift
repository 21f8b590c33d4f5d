package import ArgumentParser
import Domain
import Foundation
import LabourMarket

/// `tremplin labour-market build`: makes the documents the portal is built with from a folder of publishers' files.
package struct LabourMarketBuildCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Make the built-in release documents from a folder of publishers' files (docs/data-sources.md).")

    @Option(help: "The folder with the publishers' files.")
    var from: String

    @Option(help: "The folder the documents are written to: Sources/LabourMarket/Resources.")
    var to: String

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        for folder in [from, to] {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
                throw CommandFailure(.noInput, "There is no folder \(folder).")
            }
        }
        var table = TextTable(["source", "version", "as of", "rows"], rightAligned: [3])
        for release in try BuiltInReleaseWriter.write(from: URL(filePath: from), to: URL(filePath: to)) {
            table.add([release.kind.rawValue, release.version, release.asOf.description, String(release.source.rows)])
        }
        surroundings.console.write(table.text)
    }
}
