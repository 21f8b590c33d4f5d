import Domain
import Foundation
import LabourMarket
import Matching
import NIOCore
import Storage

/// Turns what went wrong below into the sentence and the number this command ends with.
enum Failures {
    static func translate(_ error: any Error) -> CommandFailure {
        switch error {
        case let failure as CommandFailure: failure
        case let error as StorageError: CommandFailure(.io, "The database could not do it: \(sentence(error))")
        case let error as DelimitedTextError: CommandFailure(.data, error.description)
        case let error as ReleaseError: CommandFailure(.data, error.description)
        case let error as ReleaseReadingError:
            if case .unreadable = error { CommandFailure(.noInput, error.description) } else { CommandFailure(.data, error.description) }
        case let error as IOError where error.errnoCode == EADDRINUSE:
            CommandFailure(.unavailable, "The port is already in use. Stop the program that uses it, or choose another with --port.")
        case let error as IOError: CommandFailure(.io, "The network or a file failed: \(error).")
        default: CommandFailure(.software, "Something unforeseen went wrong: \(error)")
        }
    }

    /// Errors that name a row and column, with the file in front.
    static func inFile<Value>(_ file: String, _ body: () throws(ClassificationError) -> Value) throws(CommandFailure) -> Value {
        do { return try body() } catch {
            let quoted = error.value.map { "\"\($0)\"" } ?? "the cell"
            let reason =
                switch error.reason {
                case .missingColumn: "the column is missing"
                case .missingValue: "the cell is empty and must not be"
                case .unknownLanguage: "\(quoted) is neither \"en\" nor \"fr\""
                case .empty: "there is no row below the column names"
                }
            throw CommandFailure(.data, "\(file), row \(error.row), column \"\(error.column)\": \(reason).")
        }
    }

    static func sentence(_ error: StorageError) -> String {
        switch error {
        case .unique(let name): "there is already one with that key (\(name))."
        case .foreignKey(let name): "it refers to something that is not there (\(name))."
        case .notNull(let name): "a value is missing (\(name))."
        case .check(let name): "a value is not allowed (\(name))."
        case .busy: "another program is writing to it. Try again."
        case .lost(let reason): "it is not there, full or damaged (\(reason))."
        case .unstorable(let what): "it cannot hold \(what)."
        case .unexpected(let column, let found): "column \(column) holds \(found), which this version does not understand."
        case .newerSchema(let found, let known):
            "a newer version of the portal migrated it to step \(found); this one knows \(known). Run the newer version."
        case .other(let reason): reason
        }
    }
}
