package import Domain
package import Storage

/// Plans and applies an import against the database.
package struct ImportPrograms: Sendable {
    private let database: any SQLDatabase

    /// How many new programs, how many changed ones and how many notes a plan lists; it counts them all.
    package static let listing = 1_000

    package init(database: any SQLDatabase) { self.database = database }

    /// Changes nothing.
    package func plan(_ file: ImportFile, information: LabourMarketInformation, now: Timestamp) async throws -> ImportPlan {
        try await database.read { try $0.run(file, information, since: nil, now: now) { _, _ in } }
    }

    /// Reads the file, compares and writes in one transaction: whatever others write, nothing is overwritten that the file was not
    /// compared with. A file with mistakes writes nothing.
    /// - Parameter plan: what somebody agreed to. A program of the file that was written since counts as a mistake.
    /// - Returns: what was done, or what is wrong.
    @discardableResult
    package func apply(
        _ file: ImportFile, asPlanned plan: ImportPlan? = nil, information: LabourMarketInformation, now: Timestamp
    ) async throws -> ImportPlan {
        do {
            return try await database.write { connection in
                let done = try connection.run(file, information, since: plan?.lastChange, now: now) { new, changed in
                    if !new.isEmpty { try connection.add(new, at: now) }
                    // A new program's history begins when somebody writes to it: of a million new ones there is nothing to tell.
                    try connection.bring([], changed, by: .system, at: now)
                }
                guard !done.isRefused else { throw Refused(plan: done) }
                return done
            }
        } catch let refused as Refused {
            return refused.plan
        }
    }

    /// Ends the transaction.
    private struct Refused: Error { let plan: ImportPlan }
}

extension SQLConnection {
    fileprivate func run(
        _ file: ImportFile, _ information: LabourMarketInformation, since change: Int?, now: Timestamp,
        each: ([Program], [Program]) throws -> Void
    ) throws -> ImportPlan {
        let rules = ImportRules(information: information, since: change, now: now)
        return try run({ try file.records() }, rules, each: each)
    }

    /// Compares records with what is stored.
    /// - Parameter observe: shown every record, whatever became of it.
    func run(
        _ records: @escaping () throws -> any RecordSource, _ rules: ImportRules, observe: ([ReadRecord]) -> Void = { _ in },
        each: ([Program], [Program]) throws -> Void
    ) throws -> ImportPlan {
        let context = ImportContext(
            institutions: Set(try institutions().map(\.id)), information: rules.information, own: rules.institution)
        let lastChange = try latestChange()
        let changed = try rules.change.map { try programsChanged(since: $0) } ?? []
        let preparation = ImportPreparation(context, changedSince: changed, now: rules.now)
        let stored = ImportPreparation.Stored(programs: { try programs($0) }, keys: { try keys(of: $0) })
        var plan = try ImportRun(records, context, preparation, listing: ImportPrograms.listing)
            .plan(against: stored, observe: observe, each: each)
        plan.lastChange = lastChange
        return plan
    }
}

extension SQLConnection {
    /// Writes what an import brings, with its history.
    func bring(_ new: [Program], _ changed: [Program], by actor: ProgramActor, at now: Timestamp) throws {
        guard !new.isEmpty || !changed.isEmpty else { return }
        let writes =
            new.map { ProgramWrite($0, .imported, expecting: .absent) } + changed.map { ProgramWrite($0, .imported, expecting: .anything) }
        try write(writes, by: actor, at: now)
    }
}

/// What records are compared by.
struct ImportRules: Sendable {
    let information: LabourMarketInformation
    /// The only one whose programs may be written; `nil` for all.
    var institution: Institution.ID?
    /// The number of the change after which a program must not have been written; `nil` when it does not matter.
    var change: Int?
    let now: Timestamp

    init(information: LabourMarketInformation, institution: Institution.ID? = nil, since change: Int? = nil, now: Timestamp) {
        self.information = information
        self.institution = institution
        self.change = change
        self.now = now
    }
}
