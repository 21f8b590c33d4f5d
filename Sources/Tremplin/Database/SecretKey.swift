import Foundation
import Portal
import Storage
import Web

/// The portal's own key: from its setting, or from a file beside the database that is made when it is missing.
struct SecretKey {
    private let configuration: PortalConfiguration

    init(_ configuration: PortalConfiguration) { self.configuration = configuration }

    func load() throws -> PortalSecrets {
        let text = configuration.text(.secretsKey)
        if text.hasPrefix("file:") { return try read(String(text.dropFirst(5)), naming: "The setting \(Setting.secretsKey.key)") }
        guard text.isEmpty else {
            guard let secrets = PortalSecrets(text: text) else { throw Self.unusable("The setting \(Setting.secretsKey.key)") }
            return secrets
        }
        guard case .sqlite(let database) = try PortalDatabase(configuration).address else {
            throw CommandFailure(
                .configuration, "On a PostgreSQL server the setting \(Setting.secretsKey.key) must be given: every node needs the same key."
            )
        }
        let path = database + ".key"
        return FileManager.default.fileExists(atPath: path) ? try read(path, naming: path) : try make(path)
    }

    private func read(_ path: String, naming name: String) throws -> PortalSecrets {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(.configuration, "The portal's key cannot be read from \(path).")
        }
        guard let secrets = PortalSecrets(text: String(decoding: data, as: UTF8.self)) else { throw Self.unusable(name) }
        return secrets
    }

    private static func unusable(_ name: String) -> CommandFailure {
        CommandFailure(.configuration, "\(name) must hold 32 bytes in base64 or hexadecimal.")
    }

    /// For nobody but whoever runs the portal. Of two that start together, one makes it and the other reads it.
    private func make(_ path: String) throws -> PortalSecrets {
        let secrets = PortalSecrets.random()
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else {
            guard errno == EEXIST else { throw CommandFailure(.io, "The portal's key cannot be written to \(path).") }
            return try read(path, naming: path)
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data((secrets.text + "\n").utf8))
        try handle.synchronize()
        return secrets
    }
}

extension AccountServices {
    /// Accounts over a database, with the words for their mail.
    init(
        _ configuration: PortalConfiguration, database: any SQLDatabase, settings: PortalSettings, clock: PortalClock, bell: MailBell? = nil
    ) throws {
        let mail = AccountMail(letters: try MailWriter(settings: settings), addresses: AccountLinks(settings: settings), bell: bell)
        self.init(
            try AccountDesk(
                database: database, settings: settings, secrets: try SecretKey(configuration).load(), mail: mail, clock: clock))
    }
}

extension Surroundings {
    /// Hands over the accounts of the configured database.
    func withAccounts<Value: Sendable>(_ body: (AccountServices) async throws -> Value) async throws -> Value {
        let configuration = try await configuration()
        let settings = try PortalSettings(configuration)
        return try await withDatabase { database in
            try await body(AccountServices(configuration, database: database, settings: settings, clock: clock))
        }
    }
}
