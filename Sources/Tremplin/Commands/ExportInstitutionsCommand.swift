package import ArgumentParser
import Foundation
import Portal

/// `tremplin export institutions`: in the form `tremplin import institutions` reads.
package struct ExportInstitutionsCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "institutions", abstract: "Write every institution as CSV, in the form `tremplin import institutions` reads.")

    @Option(help: "The file to write; standard output without it.")
    var output: String?

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let institutions = try await surroundings.withDatabase { try await ImportInstitutions(database: $0).all() }
        let table = ImportInstitutions.table(institutions, byteOrderMark: output != nil)
        guard let output else { return surroundings.console.write(String(decoding: table, as: UTF8.self)) }
        try await OutputFile.write(output) { try $0.write(contentsOf: Data(table)) }
        surroundings.console.notice("\(institutions.count.grouped) institutions were written to \(output).")
    }
}
