package import ArgumentParser
import Domain
import Foundation
import Portal

/// `tremplin export programs`: importing what it writes brings back the very same programs.
package struct ExportProgramsCommand: PortalCommand {
    package enum Format: String, ExpressibleByArgument, CaseIterable, Sendable { case csv, xlsx, json }

    package static let configuration = CommandConfiguration(
        commandName: "programs", abstract: "Write every program as CSV, XLSX or JSON, in the form `tremplin import programs` reads.")

    @Option(help: "csv, xlsx (to a file) or json.")
    var format: Format = .csv

    @Option(help: "The file to write; standard output without it.")
    var output: String?

    @Option(help: "Only the programs of this institution.")
    var institution: String?

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        guard format != .xlsx || output != nil else {
            throw CommandFailure(.usage, "A workbook is written to a file: say which with --output.")
        }
        let format = ProgramTableFormat(rawValue: format.rawValue) ?? .csv
        let console = surroundings.console
        let count = try await surroundings.withDatabase { database in
            guard let output else {
                // The mark at the beginning is for files that people open in Excel; in a pipe it would only be in the way.
                return try await ProgramExport.write(
                    database, of: institution.map { Institution.ID($0) }, format: format, byteOrderMark: false
                ) { console.write(String(decoding: $0, as: UTF8.self)) }
            }
            return try await OutputFile.write(output) { handle in
                try await ProgramExport.write(database, of: institution.map { Institution.ID($0) }, format: format) {
                    try handle.write(contentsOf: Data($0))
                }
            }
        }
        if let output { console.notice("\(count.grouped) programs were written to \(output).") }
    }
}
