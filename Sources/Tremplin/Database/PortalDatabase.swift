import Foundation
package import Portal
package import Storage
import StorageSQLite

/// The configured database, opened as each command needs it. The only place that names a driver.
package struct PortalDatabase: Sendable {
    package let address: DatabaseAddress

    package init(_ configuration: PortalConfiguration) throws(CommandFailure) {
        address = try DatabaseAddress(configuration.text(.database))
    }

    /// The file of the catalogue; `nil` when none is wanted.
    package func snapshot(_ configuration: PortalConfiguration) -> CatalogueSnapshot? {
        switch configuration.text(.catalogueSnapshot) {
        case "off": nil
        case "auto": CatalogueSnapshot(path: address.path + ".catalogue")
        case let path: CatalogueSnapshot(path: path)
        }
    }

    package var exists: Bool { FileManager.default.fileExists(atPath: address.path) }

    /// Opens it, and makes the file and its folder when they are missing.
    package func create() throws -> any SQLDatabase {
        let folder = URL(filePath: address.path).deletingLastPathComponent()
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
            throw CommandFailure(.io, "The folder \(folder.path) cannot be made.")
        }
        return try open()
    }

    /// Opens a database that is there and has this version's schema.
    package func existing() async throws -> any SQLDatabase {
        guard exists else {
            throw CommandFailure(.unavailable, "There is no database at \(address.path). `tremplin migrate` makes one.")
        }
        let database = try open()
        guard try await Migrator().isUpToDate(database) else {
            try await database.close()
            throw CommandFailure(
                .unavailable, "The database at \(address.path) has an older schema. `tremplin migrate` brings it up to date.")
        }
        return database
    }

    /// The same, or `nil` when there is no file: the command then answers from what the portal is built with.
    package func ifPresent() async throws -> (any SQLDatabase)? { exists ? try await existing() : nil }

    private func open() throws -> any SQLDatabase {
        do { return try SQLiteDatabase(path: address.path) } catch {
            throw CommandFailure(.io, "The database at \(address.path) cannot be opened: \(Failures.sentence(error))")
        }
    }
}

extension Migrator {
    fileprivate func isUpToDate(_ database: any SQLDatabase) async throws -> Bool {
        let known = Migration.all.last?.number ?? 0
        let found = try await lastNumber(database)
        guard found <= known else { throw StorageError.newerSchema(found: found, known: known) }
        return found == known
    }
}

extension Surroundings {
    /// Hands over the database, migrated, and closes it whatever happens.
    func withDatabase<Value: Sendable>(_ body: (any SQLDatabase) async throws -> Value) async throws -> Value {
        let database = try await PortalDatabase(try await configuration()).existing()
        do {
            let value = try await body(database)
            try await database.close()
            return value
        } catch {
            try? await database.close()
            throw error
        }
    }
}
