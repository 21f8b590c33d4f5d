package import Domain
import Matching
package import Storage

/// What every use case with programs works with.
package struct ProgramDesk: Sendable {
    package let database: any SQLDatabase
    package let settings: PortalSettings
    package let clock: PortalClock
    let catalogue: CurrentCatalogue
    /// `nil` where no catalogue follows the database.
    let follow: FollowChanges?

    package init(
        database: any SQLDatabase, settings: PortalSettings, catalogue: CurrentCatalogue, follow: FollowChanges?,
        clock: PortalClock = .system
    ) {
        self.database = database
        self.settings = settings
        self.catalogue = catalogue
        self.follow = follow
        self.clock = clock
    }

    package var today: CalendarDate { settings.day(at: clock.now) }

    var information: LabourMarketInformation { catalogue.current.labourMarket }

    /// A transaction that writes to programs, and this node's catalogue brought up to it before anybody is answered.
    func write<Value: Sendable>(_ body: @Sendable @escaping (any SQLConnection) throws -> Value) async throws -> Value {
        let value: Value
        do { value = try await database.write(body) } catch let error as ProgramWriteError {
            throw PublishingError(error)
        }
        try await follow?.catchUp()
        return value
    }

    func require(_ permission: Permission, at institution: Institution.ID, _ person: SignedIn) throws(PublishingError) {
        guard person.may(permission, at: institution) else { throw .notAllowed }
    }
}

extension PublishingError {
    /// For writes that were checked before, in the same transaction.
    init(_ error: ProgramWriteError) {
        switch error {
        case .referenceTaken: self = .referenceTaken
        case .conflict, .otherInstitution: self = .unknown
        }
    }
}

extension SignedIn {
    var programActor: ProgramActor { .account(account.id) }
}

extension SQLConnection {
    /// A program of that institution; anybody else's is not found, whoever asks.
    func sheet(_ id: Program.ID, at institution: Institution.ID) throws -> ProgramSheet {
        guard let sheet = try sheet(id), sheet.standing.institution == institution else { throw PublishingError.unknown }
        return sheet
    }

    /// What an editor was shown at a version: the draft if there was one then, else the standing text.
    func edited(_ id: Program.ID, at version: Int) throws -> Program? {
        // A program without a history at the time: the first entry says how it was.
        let entries = try history(of: id, before: max(1, version) + 1, limit: 200)
        for entry in entries {
            switch entry.act {
            // After these there was no draft.
            case .published, .unpublished, .archived, .unarchived, .discarded: return entry.program
            default: if entry.side == .draft { return entry.program }
            }
        }
        return entries.first?.program
    }
}
