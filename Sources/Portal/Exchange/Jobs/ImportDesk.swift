package import Domain
package import Storage

/// What somebody at an institution does with imports. Whoever calls has made sure that they may import there; every look and every act names the
/// institution, and finds nothing of another.
package struct ImportDesk: Sendable {
    package let store: ImportJobStore
    private let database: any SQLDatabase
    private let bell: MailBell
    private let clock: PortalClock

    /// 30 days: time to come back to an import, and no archive of old files.
    package static let keptFor = Duration.seconds(30 * 86_400)

    package init(database: any SQLDatabase, bell: MailBell, clock: PortalClock = .system) {
        store = ImportJobStore(database)
        self.database = database
        self.bell = bell
        self.clock = clock
    }

    /// Why an act was refused.
    package enum Refusal: Error, Hashable, Sendable {
        /// Only tables and workbooks are taken, and this is neither by its name.
        case otherKind
        case emptyFile
        /// A node has it in hand, it has mistakes, or it is over.
        case notNow
        /// Programs that would be archived were written since the list was made.
        case changedSince
        case notAllowed
    }

    /// The newest first.
    package func jobs(of institution: Institution.ID) async throws -> [ImportJob] { try await store.jobs(of: institution) }

    /// `nil` for another institution's as well.
    package func job(_ id: ImportJob.ID, of institution: Institution.ID) async throws -> ImportJob? {
        try await store.job(id, of: institution)
    }

    /// What a comparison found of one kind, in the order of the file.
    package func findings<Finding: Decodable>(
        _ kind: ImportFindingKind, of job: ImportJob, from position: Int = 0, limit: Int = .max
    ) async throws -> [Finding] {
        ImportFinding.read(try await store.findings(job.id, of: job.institution, kind, from: position, limit: limit))
    }

    /// Erases a job that nobody has in hand. What it wrote stays.
    package func erase(_ job: ImportJob, by person: SignedIn) async throws {
        guard person.may(.importPrograms, at: job.institution) else { throw Refusal.notAllowed }
        try await store.erase(job.id, of: job.institution)
    }

    /// Keeps a file; a node compares it.
    package func begin(
        _ bytes: [UInt8], named name: String, at institution: Institution.ID, by person: SignedIn
    ) async throws -> ImportJob.ID {
        guard person.may(.importPrograms, at: institution) else { throw Refusal.notAllowed }
        let format = try Self.format(of: name, bytes)
        let now = clock.now
        let job = ImportJob(
            id: ImportJob.ID(UUIDv7.make(at: now)), institution: institution, account: person.account.id, fileName: Self.shown(name),
            format: format.rawValue, byteCount: bytes.count, act: .compare, state: .waiting, lastChange: 0, isComparedAnew: false,
            counts: ImportJob.Counts(), createdAt: now, changedAt: now, expiresAt: now.adding(Self.keptFor), progress: 0)
        try await store.add(job, bytes)
        bell.ring()
        return job.id
    }

    /// Another file in the place of the first: the one that was returned, with its mistakes corrected.
    package func replace(
        _ job: ImportJob.ID, with bytes: [UInt8], named name: String, at institution: Institution.ID, by person: SignedIn
    ) async throws {
        guard person.may(.importPrograms, at: institution) else { throw Refusal.notAllowed }
        let format = try Self.format(of: name, bytes)
        let isReplaced = try await store.replaceFile(
            of: job, at: institution, name: Self.shown(name), format: format.rawValue, bytes, at: clock.now)
        guard isReplaced else { throw Refusal.notNow }
        bell.ring()
    }

    package func correct(
        _ job: ImportJob.ID, _ cells: [(row: Int, column: String, text: String)], at institution: Institution.ID, by person: SignedIn
    ) async throws {
        guard person.may(.importPrograms, at: institution) else { throw Refusal.notAllowed }
        guard try await store.correct(job, of: institution, cells, at: clock.now) else { throw Refusal.notNow }
        bell.ring()
    }

    /// Somebody agreed to what the comparison says.
    package func confirm(_ job: ImportJob.ID, at institution: Institution.ID, by person: SignedIn) async throws {
        guard person.may(.importPrograms, at: institution) else { throw Refusal.notAllowed }
        guard let found = try await store.job(job, of: institution), found.counts.errors == 0 else { throw Refusal.notNow }
        guard try await store.ask(.apply, job, of: institution, at: clock.now) else { throw Refusal.notNow }
        bell.ring()
    }

    package func compareAgain(_ job: ImportJob.ID, at institution: Institution.ID, by person: SignedIn) async throws {
        guard person.may(.importPrograms, at: institution) else { throw Refusal.notAllowed }
        guard try await store.ask(.compare, job, of: institution, at: clock.now) else { throw Refusal.notNow }
        bell.ring()
    }

    private static func format(of name: String, _ bytes: [UInt8]) throws -> ProgramTableFormat {
        guard !bytes.isEmpty else { throw Refusal.emptyFile }
        let name = name.lowercased()
        // By its beginning where it has one: a workbook is one whatever it is called.
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || name.hasSuffix(".xlsx") { return .xlsx }
        guard name.hasSuffix(".csv") || name.hasSuffix(".txt") || name.hasSuffix(".tsv") else { throw Refusal.otherKind }
        return .csv
    }

    /// A file's own name, without the folders some browsers send along.
    private static func shown(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let plain = String(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.map(Character.init)).trimmed
        return plain.isEmpty ? "programs" : String(plain.prefix(120))
    }
}
