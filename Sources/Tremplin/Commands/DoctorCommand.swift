package import ArgumentParser
import Domain
import Matching
import Portal
import Storage

/// `tremplin doctor`: is everything as it should be?
package struct DoctorCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check the configuration, the database and what it holds.",
        discussion: "Ends with 0 when all is well. Prints the configuration in use; secrets are left out.")

    @Flag(help: "Also have every node, and the catalogue's file, made anew from the database.")
    var rebuild = false

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let console = surroundings.console
        let configuration = try await surroundings.configuration()
        let settings = try PortalSettings(configuration)
        var table = TextTable(["setting", "value", "from"])
        for setting in Setting.all {
            table.add([setting.key, configuration.printable(setting), configuration.origin(setting).rawValue])
        }
        console.write(table.text)
        console.line()
        let strangers = PortalConfiguration.unknownVariables(in: surroundings.environment)
        report(
            strangers.isEmpty, "environment",
            strangers.isEmpty ? "every TREMPLIN_ variable is known" : "unknown: \(strangers.joined(separator: ", "))", console)

        let mail = try MailConfiguration(configuration, settings: settings)
        report(mail.problem == nil, "mail", mail.problem ?? mail.sentence, console)

        let place = try PortalDatabase(configuration)
        guard place.exists else {
            report(false, "database", "there is none at \(place.address); `tremplin migrate` makes one", console)
            throw CommandFailure(.unavailable, "Not everything is as it should be.")
        }
        let database = try await place.existing()
        report(true, "database", "\(place.address) answers, and its schema is step \(Migration.all.last?.number ?? 0)", console)
        do {
            if rebuild { try await self.rebuild(database, configuration, settings: settings, surroundings: surroundings) }
            try await examineOutbox(database, console)
            let isWell = try await examine(database, settings: settings, surroundings: surroundings)
            try await database.close()
            guard isWell, strangers.isEmpty, mail.problem == nil else {
                throw CommandFailure(.unavailable, "Not everything is as it should be.")
            }
        } catch {
            try? await database.close()
            throw error
        }
    }

    /// Running nodes hear of it by the log of changes; the file is written here.
    private func rebuild(
        _ database: any SQLDatabase, _ configuration: PortalConfiguration, settings: PortalSettings, surroundings: Surroundings
    ) async throws {
        let change = try await ChangeLog(database).callForRebuild(at: surroundings.clock.now)
        report(true, "rebuild", "change \(change) has every node read the database anew", surroundings.console)
        guard let snapshot = try PortalDatabase(configuration).snapshot(configuration) else { return }
        let loaded = try await LoadCatalogue(database: database, settings: settings, clock: surroundings.clock)()
        try snapshot.write(loaded.catalogue, try await FindSnapshotOrigin(database: database)(change: loaded.lastChange))
        report(true, "rebuild", "\(snapshot.path) was written anew", surroundings.console)
    }

    private func examine(_ database: any SQLDatabase, settings: PortalSettings, surroundings: Surroundings) async throws -> Bool {
        let console = surroundings.console
        let inUse = try await ReleaseStore(database).descriptions().filter(\.isCurrent)
        report(!inUse.isEmpty, "reference data", inUse.map { "\($0.kind) \($0.version)" }.joined(separator: ", "), console)
        let model = MatcherModel.builtIn?.header
        report(
            true, "matcher",
            model.map { "model of recipe \($0.recipe), seed \($0.seed)" } ?? "no model that can be read: titles are matched by words alone",
            console)
        let load = LoadCatalogue(database: database, settings: settings, clock: surroundings.clock)
        let loaded = try await load()
        let published = try await ProgramStore(database).count(.published)
        let indexed = loaded.catalogue.programCount
        report(indexed == published, "programs", "\(indexed.grouped) in the index, \(published.grouped) published in the database", console)
        let institutions = try await InstitutionStore(database).count()
        report(institutions == loaded.catalogue.institutions.count, "institutions", "\(institutions.grouped)", console)
        report(true, "last change", "\(loaded.lastChange)", console)
        let isSame = try await examineSnapshot(load, indexed: indexed, surroundings: surroundings)
        let isWhole = try await examineLog(database, console)
        return isSame && isWhole && !inUse.isEmpty && indexed == published && institutions == loaded.catalogue.institutions.count
    }

    /// Mail that waits or was given up is said, and is no fault of the installation: the other end may be to blame.
    private func examineOutbox(_ database: any SQLDatabase, _ console: Console) async throws {
        let counts = try await OutboxStore(database).counts()
        report(
            true, "outbox",
            "\(counts.count(.waiting).grouped) waiting, \(counts.count(.dead).grouped) given up, \(counts.count(.sent).grouped) sent",
            console)
    }

    /// A file that is passed over is nothing to mend: the next start writes another.
    private func examineSnapshot(_ load: LoadCatalogue, indexed: Int, surroundings: Surroundings) async throws -> Bool {
        let console = surroundings.console
        let configuration = try await surroundings.configuration()
        guard let snapshot = try PortalDatabase(configuration).snapshot(configuration) else {
            report(true, "snapshot", "none is wanted", console)
            return true
        }
        guard snapshot.exists else {
            report(true, "snapshot", "none yet; `tremplin serve` writes one", console)
            return true
        }
        let restored = try await load(from: snapshot)
        guard case .snapshot(let replayed) = restored.origin else {
            if case .rowsInsteadOfSnapshot(let reason) = restored.origin {
                report(true, "snapshot", "\(snapshot.path) is passed over: \(reason)", console)
            }
            return true
        }
        let count = restored.catalogue.programCount
        report(
            count == indexed, "snapshot", "\(snapshot.path): \(count.grouped) programs, \(replayed.grouped) changes applied since", console)
        return count == indexed
    }

    private func examineLog(_ database: any SQLDatabase, _ console: Console) async throws -> Bool {
        switch try await AuditLog(database).verify() {
        case .whole(let entries, _):
            report(true, "log", "\(entries.grouped) entries, and the chain is whole", console)
            return true
        case .broken(let number):
            report(false, "log", "entry \(number.grouped) is missing or was changed", console)
            return false
        }
    }

    private func report(_ isWell: Bool, _ subject: String, _ finding: String, _ console: Console) {
        console.line("\(isWell ? "ok     " : "PROBLEM") \(subject): \(finding.isEmpty ? "none" : finding)")
    }
}
