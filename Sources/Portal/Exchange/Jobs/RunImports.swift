import Domain
package import Logging
import Matching
package import Storage
import Synchronization

/// Takes import jobs one after the other and does them. Any number of nodes may do so at once.
///
/// A job is leased for as long as its node gives signs of life. When the node dies, another one begins the job anew; since an import is one
/// transaction, nothing of it was half done. A job that ended its node again and again is given up (docs/decisions/0064).
package final class RunImports: Sendable {
    private let queue: ImportQueue
    private let store: ImportJobStore
    private let database: any SQLDatabase
    private let catalogue: CurrentCatalogue
    /// Shows on this node what was written, before the job says that it is done.
    private let follow: FollowChanges?
    private let bell: MailBell
    private let clock: PortalClock
    private let logger: Logger
    private let isStopped = Mutex(false)

    /// 30 seconds without a sign of life; one comes every five.
    private static let lease = Duration.seconds(30)
    private static let beat = Duration.seconds(5)
    /// Whoever uploads on this node rings the bell; for other nodes' jobs a look every two seconds is enough.
    private static let look = Duration.seconds(2)
    private static let attempts = 3

    package init(
        database: any SQLDatabase, catalogue: CurrentCatalogue, follow: FollowChanges?, bell: MailBell, clock: PortalClock = .system,
        logger: Logger
    ) {
        self.database = database
        queue = ImportQueue(database)
        store = ImportJobStore(database)
        self.catalogue = catalogue
        self.follow = follow
        self.bell = bell
        self.clock = clock
        self.logger = logger
    }

    /// For the node whose services these are.
    package convenience init(_ services: PortalServices, _ exchange: ExchangeServices, clock: PortalClock = .system, logger: Logger) {
        self.init(
            database: exchange.database, catalogue: services.catalogue, follow: exchange.follow, bell: exchange.bell, clock: clock,
            logger: logger)
    }

    /// Until `stop`. The job in hand then is finished.
    package func run() async {
        while !isStopped.withLock({ $0 }) {
            do {
                guard try await turn() else {
                    await bell.wait(atMost: Self.look)
                    continue
                }
            } catch {
                logger.error("An import could not be run; trying again", metadata: ["error": "\(error)"])
                await bell.wait(atMost: Self.look)
            }
        }
    }

    package func stop() {
        isStopped.withLock { $0 = true }
        bell.ring()
    }

    /// Does the job that has waited longest.
    /// - Returns: false when none waits.
    package func turn() async throws -> Bool {
        let now = clock.now
        guard let claim = try await queue.claim(at: now, leasedUntil: now.adding(Self.lease)) else { return false }
        guard claim.attempts <= Self.attempts else {
            logger.error("An import was given up", metadata: ["job": "\(claim.job.id)"])
            try await queue.fail(claim, at: now)
            return true
        }
        let progress = ImportProgress()
        let signs = Task { await giveSigns(claim, progress) }
        defer { signs.cancel() }
        do {
            try await run(claim, progress)
        } catch {
            try? await queue.release(claim)
            throw error
        }
        return true
    }

    private func giveSigns(_ claim: ImportQueue.Claim, _ progress: ImportProgress) async {
        // Often at first, when somebody looks at the page; then as often as the lease needs.
        var pause = Duration.milliseconds(500)
        while (try? await Task.sleep(for: pause)) != nil {
            pause = min(pause * 2, Self.beat)
            try? await queue.beat(claim, leasedUntil: clock.now.adding(Self.lease), progress: progress.rows)
        }
    }

    private func run(_ claim: ImportQueue.Claim, _ progress: ImportProgress) async throws {
        let file = try await file(of: claim.job)
        switch claim.job.act {
        case .compare: try await compare(claim, file, isAnew: false, progress)
        case .apply:
            guard try await !apply(claim, file, progress) else {
                _ = try? await follow?.catchUp()
                return
            }
            try await compare(claim, file, isAnew: true, progress)
        }
    }

    private func compare(_ claim: ImportQueue.Claim, _ file: ImportFile, isAnew: Bool, _ progress: ImportProgress) async throws {
        let job = claim.job
        let rules = rules(job)
        let (counts, lastChange, found) = try await database.read { connection in
            progress.restart()
            var findings = ImportFindings(progress: progress)
            let plan = try connection.run({ try file.records() }, rules, observe: { findings.observe($0) }, each: { _, _ in })
            let found = try findings.finish(plan, institution: job.institution, connection)
            return (findings.counts, plan.lastChange, found)
        }
        try await queue.compared(claim, counts: counts, lastChange: lastChange, findings: found, isAnew: isAnew, at: clock.now)
    }

    /// - Returns: false when programs changed since the comparison, or the file no longer holds: nothing was written.
    private func apply(_ claim: ImportQueue.Claim, _ file: ImportFile, _ progress: ImportProgress) async throws -> Bool {
        let job = claim.job
        var rules = rules(job)
        rules.change = job.lastChange
        let now = clock.now
        do {
            try await database.write { [rules] connection in
                progress.restart()
                // The chain of acts is locked before the counter of changes, as everywhere.
                try connection.append(
                    AuditEntry(
                        .programsImported, by: .account(job.account.rawValue), on: job.id.rawValue, at: job.institution,
                        to: "new \(job.counts.new), changed \(job.counts.changed)"), at: now)
                let plan = try connection.run(
                    { try file.records() }, rules, observe: { progress.advance(by: $0.count) },
                    each: { try connection.bring($0, $1, by: .account(job.account), at: now) })
                guard !plan.isRefused, plan.newCount == job.counts.new, plan.changedCount == job.counts.changed else {
                    throw Undone.otherwise
                }
                guard try connection.importIsDone(claim, at: now) else { throw Undone.othersHave }
            }
            return true
        } catch Undone.otherwise {
            return false
        } catch Undone.othersHave {
            return true
        }
    }

    /// Ends the transaction.
    private enum Undone: Error {
        /// What is there now is not what the file was compared with.
        case otherwise
        /// Another node has the job in hand.
        case othersHave
    }

    private func rules(_ job: ImportJob) -> ImportRules {
        ImportRules(information: catalogue.current.labourMarket, institution: job.institution, now: clock.now)
    }

    private func file(of job: ImportJob) async throws -> ImportFile { try await store.importFile(of: job) }
}

extension ImportJobStore {
    /// The file as it is to be read: corrected, and of the institution.
    func importFile(of job: ImportJob) async throws -> ImportFile {
        let (bytes, corrections) = try await file(job.id)
        var file = ImportFile(bytes, format: ProgramTableFormat(rawValue: job.format) ?? .csv)
        file.institution = job.institution
        for correction in corrections {
            guard let column = ProgramColumn(name: correction.column) else { continue }
            file.corrections[correction.row, default: [:]][column] = correction.text
        }
        return file
    }
}
