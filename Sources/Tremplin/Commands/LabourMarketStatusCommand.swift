package import ArgumentParser
import Domain
import LabourMarket
import Portal
import Storage

/// `tremplin labour-market status`: what is loaded.
package struct LabourMarketStatusCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "status", abstract: "List what is loaded: source, version, as-of date, rows.")

    @Flag(help: "Write JSON.")
    var json = false

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let lines = try await lines(surroundings)
        if json { return surroundings.console.line(try JSONText.make(lines)) }
        var table = TextTable(["source", "version", "as of", "rows", "in use", "loaded"], rightAligned: [3])
        for line in lines {
            table.add([line.kind, line.version, line.asOf, String(line.rows), line.inUse ? "yes" : "no", line.loaded ?? "built in"])
        }
        surroundings.console.write(table.text)
    }

    private func lines(_ surroundings: Surroundings) async throws -> [StatusLine] {
        let configuration = try await surroundings.configuration()
        guard try PortalDatabase(configuration).exists else {
            surroundings.console.notice("There is no database: these are the releases the portal is built with.")
            return try BuiltInReleases.all().map(StatusLine.init)
        }
        return try await surroundings.withDatabase { database in
            try await LoadReferenceData(store: ReleaseStore(database)).status().map(StatusLine.init)
        }
    }
}

/// One release, as `labour-market status` writes it.
struct StatusLine: Encodable, Sendable {
    let kind: String
    let version: String
    let asOf: String
    let rows: Int
    let inUse: Bool
    /// The day it was loaded, in UTC; `nil` for a release the portal is built with and that is in no database.
    let loaded: String?

    init(_ release: Release) {
        kind = release.kind.rawValue
        version = release.version
        asOf = release.asOf.description
        rows = release.source.rows
        inUse = true
        loaded = nil
    }

    init(_ stored: StoredRelease.Description) {
        kind = stored.kind
        version = stored.version
        asOf = stored.asOf.description
        rows = stored.rows
        inUse = stored.isCurrent
        loaded = stored.loadedAt.day().description
    }
}
