import Foundation
package import Portal
package import Storage
import StoragePostgres
import StorageSQLite

/// A database, opened as each command needs it. The only place that names drivers.
package struct PortalDatabase: Sendable {
    package let address: DatabaseAddress
    private let options: PostgresOptions

    /// The configured one.
    package init(_ configuration: PortalConfiguration) throws(CommandFailure) {
        try self.init(DatabaseAddress(configuration.text(.database)), configuration)
    }

    /// - Parameter isPatient: for work on whole tables, one statement of which may take any time.
    package init(_ address: DatabaseAddress, _ configuration: PortalConfiguration, isPatient: Bool = false) {
        self.address = address
        options = PostgresOptions(
            connections: configuration.integer(.databaseConnections), lockTime: configuration.integer(.databaseLockTimeout),
            statementTime: isPatient ? 0 : configuration.integer(.databaseStatementTimeout))
    }

    /// The file of the catalogue; `nil` when none is wanted.
    package func snapshot(_ configuration: PortalConfiguration) -> CatalogueSnapshot? {
        switch (configuration.text(.catalogueSnapshot), address) {
        case ("off", _), ("auto", .postgres): nil
        case ("auto", .sqlite(let path)): CatalogueSnapshot(path: path + ".catalogue")
        case (let path, _): CatalogueSnapshot(path: path)
        }
    }

    /// Whether there is something to open. A server is there until it says otherwise.
    package var exists: Bool {
        switch address {
        case .sqlite(let path): FileManager.default.fileExists(atPath: path)
        case .postgres: true
        }
    }

    /// Opens it, and makes an SQLite file and its folder when they are missing.
    package func create() async throws -> any SQLDatabase {
        if case .sqlite(let path) = address {
            let folder = URL(filePath: path).deletingLastPathComponent()
            do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
                throw CommandFailure(.io, "The folder \(folder.path) cannot be made.")
            }
        }
        return try await open()
    }

    /// Opens a database that is there and has this version's schema.
    package func existing() async throws -> any SQLDatabase {
        guard exists else {
            throw CommandFailure(.unavailable, "There is no database at \(address). `tremplin migrate` makes one.")
        }
        let database = try await open()
        do {
            guard try await Migrator().isUpToDate(database) else {
                throw CommandFailure(
                    .unavailable, "The database at \(address) has an older schema. `tremplin migrate` brings it up to date.")
            }
            return database
        } catch {
            try? await database.close()
            throw error
        }
    }

    /// The same, or `nil` when there is no file: the command then answers from what the portal is built with.
    package func ifPresent() async throws -> (any SQLDatabase)? { exists ? try await existing() : nil }

    private func open() async throws -> any SQLDatabase {
        do {
            switch address {
            case .sqlite(let path): return try SQLiteDatabase(path: path, busyTimeout: Double(options.lockTime))
            case .postgres(let address): return try await PostgresDatabase(address: address, options: options)
            }
        } catch let error as StorageError {
            throw CommandFailure(.io, "The database at \(address) cannot be opened: \(Failures.sentence(error))")
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
