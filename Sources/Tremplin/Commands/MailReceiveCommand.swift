package import ArgumentParser
import Domain
import Foundation
import Matching
import Portal
import Storage

/// `tremplin mail receive`: takes one message on standard input, as mail servers pipe it.
package struct MailReceiveCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "receive", abstract: "Take one message on standard input: an answer to an inquiry.",
        discussion: """
            For a mail server's pipe. Ends with 0 when the message was kept or may be dropped (a machine wrote it, it came before), 67 when its address \
            is of no inquiry, 65 when it is no message, and 75 when the server should try again later.
            """)

    @Option(help: "The recipient as the mail server names it, such as Postfix's ${original_recipient}.")
    var recipient: String?

    package init() {}

    package func validate() throws {
        guard recipient.map({ EmailAddress($0) != nil }) ?? true else {
            throw ValidationError("--recipient takes an e-mail address.")
        }
    }

    package func run(_ surroundings: Surroundings) async throws {
        let bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
        let outcome: ReceiveReply.Outcome
        do { outcome = try await receive(bytes, surroundings) } catch let error as StorageError {
            throw CommandFailure(.later, "The database did not take the message: \(error).")
        }
        switch outcome {
        case .unknown: throw CommandFailure(.noUser, "There is no inquiry under this address.")
        case .notAMessage, .tooLarge: throw CommandFailure(.data, "This is no message that can be taken (\(outcome.rawValue)).")
        case .recorded, .again, .empty, .loop, .tooMany, .automatic: surroundings.console.line(outcome.rawValue)
        }
    }

    private func receive(_ bytes: [UInt8], _ surroundings: Surroundings) async throws -> ReceiveReply.Outcome {
        let configuration = try await surroundings.configuration()
        let settings = try PortalSettings(configuration)
        return try await surroundings.withDatabase { database in
            // Names of institutions are all it needs of the catalogue.
            let catalogue = Catalogue(
                programs: [], institutions: try await InstitutionStore(database).all(), labourMarket: LabourMarketInformation(),
                today: settings.day(at: surroundings.clock.now))
            let desk = try InquiryDesk(
                configuration, database: database, catalogue: CurrentCatalogue(catalogue), settings: settings, clock: surroundings.clock)
            let services = InquiryServices(desk)
            guard services.receive.isOpen else {
                throw CommandFailure(.configuration, "No mail is taken: set \(Setting.mailReplies.key).")
            }
            return try await services.receive(bytes, envelope: recipient.flatMap { EmailAddress($0) })
        }
    }
}
