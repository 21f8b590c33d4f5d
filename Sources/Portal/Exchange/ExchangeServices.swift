package import Storage

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
}
