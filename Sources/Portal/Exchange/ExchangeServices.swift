package import Domain
package import Storage
import Synchronization

/// What institutions bring in, take out, push and show elsewhere.
package struct ExchangeServices: Sendable {
    package let imports: ImportDesk
    package let archiveMissing: ArchiveMissing
    package let returnFile: ReturnFile
    package let keys: ManageKeys
    package let pace: KeyPace
    package let push: PushPrograms
    package let embeds: ManageEmbeds
    package let database: any SQLDatabase
    let follow: FollowChanges?
    /// Rung after a commit that leaves a job to be done: this node then looks at once.
    package let bell = MailBell()

    package init(database: any SQLDatabase, catalogue: CurrentCatalogue, follow: FollowChanges?, clock: PortalClock = .system) {
        self.database = database
        self.follow = follow
        imports = ImportDesk(database: database, bell: bell, clock: clock)
        archiveMissing = ArchiveMissing(database: database, follow: follow, clock: clock)
        returnFile = ReturnFile(database: database, catalogue: catalogue, clock: clock)
        keys = ManageKeys(database: database, clock: clock)
        pace = KeyPace(clock: clock)
        push = PushPrograms(database: database, catalogue: catalogue, follow: follow, clock: clock)
        embeds = ManageEmbeds(database: database, clock: clock)
    }

    /// Every program of an institution as a file.
    package func programs(
        of institution: Institution.ID, format: ProgramTableFormat, explanation: WorkbookExplanation? = nil
    ) async throws -> [UInt8] {
        let file = WrittenFile()
        _ = try await ProgramExport.write(database, of: institution, format: format, explanation: explanation) { file.add($0) }
        return file.bytes
    }
}

/// Takes the parts of a file as they are written.
private final class WrittenFile: Sendable {
    private let parts = Mutex<[UInt8]>([])

    func add(_ part: [UInt8]) { parts.withLock { $0 += part } }
    var bytes: [UInt8] { parts.withLock { $0 } }
}
