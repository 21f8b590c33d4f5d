import Domain
import Matching
package import Storage

/// What those who run the portal do with it.
package struct OperatingServices: Sendable {
    package let institutions: ManageInstitutions
    package let merge: MergeInstitutions
    package let lists: ManageLists
    package let branding: ManageBranding
    package let pages: ManagePages
    package let choices: ManageChoices

    package init(
        database: any SQLDatabase, settings: PortalSettings, catalogue: CurrentCatalogue, follow: FollowChanges?, clock: PortalClock
    ) {
        let desk = OperatingDesk(database: database, settings: settings, catalogue: catalogue, follow: follow, clock: clock)
        institutions = ManageInstitutions(desk: desk)
        merge = MergeInstitutions(desk: desk)
        lists = ManageLists(desk: desk)
        branding = ManageBranding(desk: desk)
        pages = ManagePages(desk: desk)
        choices = ManageChoices(desk: desk)
    }
}

/// What every act of an operator works with.
struct OperatingDesk: Sendable {
    let database: any SQLDatabase
    let settings: PortalSettings
    let catalogue: CurrentCatalogue
    let follow: FollowChanges?
    let clock: PortalClock

    var today: CalendarDate { settings.day(at: clock.now) }

    /// A transaction, and this node brought up to it before anybody is answered.
    func write<Value: Sendable>(_ body: @Sendable @escaping (any SQLConnection) throws -> Value) async throws -> Value {
        let value = try await database.write(body)
        if let follow { try await follow.catchUp() } else { settings.operated.replace(try await LoadOperatedPortal(database: database)()) }
        return value
    }

    func require(_ permission: Permission, _ person: SignedIn) throws(OperatingError) {
        guard person.may(permission) else { throw .notAllowed }
    }
}

/// Why an operator's act was not done.
package enum OperatingError: Error, Hashable, Sendable {
    case notAllowed
    /// There is no such thing, or no more.
    case unknown
    /// What was typed cannot be used: a word for each field.
    case fields([OperatingProblem])
    /// It is not what was looked at any more.
    case changedSince
}

/// One field that cannot be used: a page says it with the text `operating.problem.<word>`.
package struct OperatingProblem: Hashable, Sendable {
    package let field: String
    package let word: String
    package let values: [String: String]

    package init(_ field: String, _ word: String, _ values: [String: String] = [:]) {
        self.field = field
        self.word = word
        self.values = values
    }
}
