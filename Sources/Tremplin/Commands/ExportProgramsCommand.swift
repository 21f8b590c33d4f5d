package import ArgumentParser
import Domain
import Foundation
import Portal
import Storage

/// `tremplin export programs`: importing what it writes brings back the very same programs.
package struct ExportProgramsCommand: PortalCommand {
    package enum Format: String, ExpressibleByArgument, CaseIterable, Sendable { case csv, json }

    package static let configuration = CommandConfiguration(
        commandName: "programs", abstract: "Write every program as CSV or JSON, in the form `tremplin import programs` reads.")

    @Option(help: "csv or json.")
    var format: Format = .csv

    @Option(help: "The file to write; standard output without it.")
    var output: String?

    @Option(help: "Only the programs of this institution.")
    var institution: String?

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let programs = try await surroundings.withDatabase { database in
            let store = ProgramStore(database)
            if let institution { return try await store.programs(of: Institution.ID(institution)) }
            return try await store.all()
        }
        let text =
            switch format {
            // The mark at the beginning is for files that people open in Excel; in a pipe it would only be in the way.
            case .csv: ProgramExport.csv(programs, byteOrderMark: output != nil)
            case .json: ProgramExport.json(programs)
            }
        guard let output else { return surroundings.console.write(text) }
        do { try Data(text.utf8).write(to: URL(filePath: output), options: .atomic) } catch {
            throw CommandFailure(.io, "\(output) cannot be written.")
        }
        surroundings.console.notice("\(programs.count.grouped) programs were written to \(output).")
    }
}
