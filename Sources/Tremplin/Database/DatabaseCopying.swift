import Domain
import Foundation
import Portal
import Storage

/// Copies a database to another address for `move`, `backup` and `restore`: a whole copy, or none.
struct DatabaseCopying: Sendable {
    let surroundings: Surroundings

    /// - Parameter locksSource: nobody else may write to the source meanwhile.
    func copy(from source: DatabaseAddress, to target: DatabaseAddress, locksSource: Bool) async throws -> CopyDatabase.Report {
        let configuration = try await surroundings.configuration()
        guard source != target else { throw CommandFailure(.usage, "The two addresses are the same.") }
        // A file gets its name only when all is in it.
        var written = target
        if case .sqlite(let path) = target {
            guard !FileManager.default.fileExists(atPath: path) else {
                throw CommandFailure(.data, "There is a file at \(path) already. Nothing was changed.")
            }
            written = .sqlite(path: path + ".part")
            Self.remove(path + ".part")
        }
        do {
            let report = try await copy(
                PortalDatabase(source, configuration, isPatient: true), PortalDatabase(written, configuration, isPatient: true), locksSource
            )
            if case .sqlite(let path) = target {
                // Closed, the file holds everything and stands alone.
                for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ".part" + suffix) }
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path + ".part")
                try FileManager.default.moveItem(atPath: path + ".part", toPath: path)
            }
            return report
        } catch {
            if case .sqlite(let path) = target { Self.remove(path + ".part") }
            if let problem = error as? CopyDatabase.Problem { throw CommandFailure(.data, Self.sentence(problem, source, target)) }
            throw error
        }
    }

    private func copy(_ source: PortalDatabase, _ target: PortalDatabase, _ locksSource: Bool) async throws -> CopyDatabase.Report {
        let from = try await source.existing()
        do {
            let into = try await target.create()
            do {
                let console = surroundings.console
                let report = try await CopyDatabase(from: from, to: into, locksSource: locksSource)(at: surroundings.clock.now) {
                    table, rows in
                    if rows > 0 { console.notice("\(table): \(rows.grouped)") }
                }
                try await into.close()
                try await from.close()
                return report
            } catch {
                try? await into.close()
                throw error
            }
        } catch {
            try? await from.close()
            throw error
        }
    }

    private static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    private static func sentence(_ problem: CopyDatabase.Problem, _ source: DatabaseAddress, _ target: DatabaseAddress) -> String {
        switch problem {
        case .notEmpty(let table): "The database at \(target) is not empty: its table \(table) has rows. Nothing was changed."
        case .differs(let table, let read, let written):
            "The copy differs from the original in the table \(table) (\(read.rows.grouped) rows read, \(written.rows.grouped) written): it was undone."
        case .otherSchema(let found, let known):
            "The database at \(source) is at step \(found) of the schema, this version at \(known). Run `tremplin migrate` first."
        }
    }
}

extension CopyDatabase.Report {
    /// What a command prints: tables, rows, and a word to compare two copies by.
    func write(to console: Console) {
        for (name, digest) in tables where digest.rows > 0 {
            console.line("\(name)\t\(digest.rows)\t\(String(digest.sum, radix: 16))-\(String(digest.xor, radix: 16))")
        }
    }
}
