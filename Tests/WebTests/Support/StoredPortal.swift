import Domain
import Foundation
import Portal
import Storage
import StorageSQLite
import Web

/// A portal over a database of its own in a temporary file, for what goes wrong with one.
final class StoredPortal: Sendable {
    let database: SQLiteDatabase
    let client: PortalClient
    let log = WrittenLog()
    let path: String

    init() async throws {
        path = FileManager.default.temporaryDirectory.appending(path: "tremplin-\(UUID().uuidString).sqlite").path
        database = try SQLiteDatabase(path: path, busyTimeout: 0.02)
        try await Migrator().migrate(database, at: PortalClock.system.now)
        let settings = PortalSettings(name: LocalizedText(en: "Tremplin", fr: "Tremplin"), baseURL: PortalServices.sampleBaseURL)
        let load = LoadCatalogue(database: database, settings: settings)
        let services = PortalServices(settings: settings, loaded: try await load(), database: database, load: load)
        client = try PortalClient(services: services, logger: log.logger())
    }

    deinit {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    /// The first answer of a quiz: something to be kept.
    func answerQuiz(_ language: Language) async throws -> Answer {
        try await client.post(Links(language).quiz, [("job", "nurse aide"), ("then", "continue")])
    }
}
