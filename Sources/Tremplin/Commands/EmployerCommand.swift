package import ArgumentParser
import Domain
import Foundation
import Matching
import Portal
import Storage
import Web

/// `tremplin employer`
package struct EmployerCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "employer", abstract: "Answer an employer who asks what is kept of them.",
        subcommands: [EmployerExportCommand.self, EmployerEraseCommand.self, EmployerConsentsCommand.self])

    package init() {}
}

/// `tremplin employer export`
package struct EmployerExportCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print everything that is held under an address, as JSON.",
        discussion: "Make sure that whoever asks has the mailbox. Of programs, industries and regions only their codes stand in it.")

    @Option(help: "The employer's e-mail address.")
    var address: String

    @Option(name: .customLong("lang"), help: "The language of institutions' names: en or fr.")
    var language: Language = .en

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let email = try email(address)
        let bytes = try await surroundings.withDirectory { [language] in try await $0.data.export(of: email, in: language) }
        surroundings.console.write(String(decoding: bytes, as: UTF8.self))
    }
}

/// `tremplin employer erase`
package struct EmployerEraseCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erase everything that is held under an address, for good.",
        discussion:
            "Make sure that whoever asks has the mailbox. The ledger of consents keeps its lines, and nothing that tells whose they are.")

    @Option(help: "The employer's e-mail address.")
    var address: String

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let email = try email(address)
        try await surroundings.withDirectory { try await $0.data.erase(email, by: .operator) }
        surroundings.console.notice("Nothing is held under \(email) any more.")
    }
}

/// `tremplin employer consents`
package struct EmployerConsentsCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "consents", abstract: "Show what an address agreed to and took back, the oldest first.")

    @Option(help: "The employer's e-mail address.")
    var address: String

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let email = try email(address)
        let records = try await surroundings.withDirectory { try await $0.oversee.consents(of: email) }
        guard !records.isEmpty else { return surroundings.console.notice("Nothing is known of \(email).") }
        var table = TextTable(["at", "purpose", "act", "way", "wording", "institution"])
        for record in records {
            table.add([
                Date(timeIntervalSince1970: Double(record.at.milliseconds) / 1000).ISO8601Format(), record.purpose.rawValue,
                record.act.rawValue, record.way.rawValue,
                [record.wording, record.language?.rawValue].compactMap(\.self).joined(separator: " "), record.institution?.rawValue ?? "",
            ])
        }
        surroundings.console.write(table.text)
    }
}

private func email(_ text: String) throws -> EmailAddress {
    guard let email = EmailAddress(text) else { throw CommandFailure(.usage, "\(text) is no e-mail address.") }
    return email
}

extension Surroundings {
    /// Over the configured database, with its key: another key finds no consents.
    fileprivate func withDirectory<Value: Sendable>(
        _ body: @Sendable @escaping (DirectoryServices) async throws -> Value
    ) async throws -> Value {
        let configuration = try await configuration()
        let settings = try PortalSettings(configuration)
        return try await withDatabase { database in
            let catalogue = Catalogue(
                programs: [], institutions: try await InstitutionStore(database).all(), labourMarket: LabourMarketInformation(),
                today: settings.day(at: clock.now))
            return try await body(
                DirectoryServices(
                    DirectoryDesk(
                        database: database, settings: settings, catalogue: CurrentCatalogue(catalogue),
                        secrets: try SecretKey(configuration).load(), letters: try MailWriter(settings: settings),
                        addresses: DirectoryLinks(settings: settings), clock: clock)))
        }
    }
}
