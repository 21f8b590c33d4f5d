package import Domain
import Matching
package import Storage

/// Programs as an institution's own systems read and write them: one by one or up to a thousand at once, by the rules of an import.
package struct PushPrograms: Sendable {
    private let database: any SQLDatabase
    private let catalogue: CurrentCatalogue
    private let follow: FollowChanges?
    private let clock: PortalClock

    package static let mostAtOnce = 1_000
    /// Programs of one page of the list.
    package static let page = 100

    package init(database: any SQLDatabase, catalogue: CurrentCatalogue, follow: FollowChanges?, clock: PortalClock = .system) {
        self.database = database
        self.catalogue = catalogue
        self.follow = follow
        self.clock = clock
    }

    package enum Outcome: String, Sendable { case created, changed, unchanged }

    /// What must be true for a write: tags as `If-Match` and `If-None-Match` name them.
    package enum Condition: Hashable, Sendable {
        case none
        /// It is there, in one of these versions; in any when there are none.
        case matches([String])
        case absent
    }

    package enum Refusal: Error, Hashable, Sendable {
        /// What is wrong, each with its place in the list from 1.
        case mistakes([ImportError], count: Int)
        case otherReference
        case tooMany
        /// Another version is there than the caller knows.
        case precondition
        case notFound
        case notAllowed
    }

    package struct Result: Sendable {
        package let program: PushedProgram
        package let outcome: Outcome
        package let notes: [ImportNote]
    }

    package struct Batch: Sendable {
        package let new: Int
        package let changed: Int
        package let unchanged: Int
        package let notes: [ImportNote]
    }

    /// One program under its reference.
    package func put(
        _ body: [UInt8], as reference: String, at institution: Institution.ID, by key: InstitutionKey, if condition: Condition = .none
    ) async throws -> Result {
        try check(key, institution)
        let value = try Self.object(body, reference, institution)
        let programKey = ProgramKey(institution: institution, reference: reference)
        let (result, isWritten) = try await write([value], at: institution, by: key) { connection in
            try Self.check(condition, try connection.programs([programKey])[programKey])
        } after: { plan, connection in
            guard let program = try connection.programs([programKey])[programKey] else { throw Refusal.notFound }
            let outcome: Outcome = plan.newCount > 0 ? .created : plan.changedCount > 0 ? .changed : .unchanged
            return Result(program: PushedProgram(program), outcome: outcome, notes: plan.notes)
        }
        if isWritten { _ = try? await follow?.catchUp() }
        return result
    }

    /// All of them, or none.
    package func put(all body: [UInt8], at institution: Institution.ID, by key: InstitutionKey) async throws -> Batch {
        try check(key, institution)
        var reader = JSONReader(body)
        var values: [JSONValue] = []
        do {
            while let value = try reader.nextElement() {
                guard values.count < Self.mostAtOnce else { throw Refusal.tooMany }
                values.append(value)
            }
        } catch let problem as JSONProblem {
            throw Self.unreadable(problem)
        }
        let (batch, isWritten) = try await write(values, at: institution, by: key) { _ in
        } after: { plan, _ in
            Batch(new: plan.newCount, changed: plan.changedCount, unchanged: plan.unchangedCount, notes: plan.notes)
        }
        if isWritten { _ = try? await follow?.catchUp() }
        return batch
    }

    /// - Returns: false when it was archived before.
    @discardableResult
    package func archive(
        _ reference: String, at institution: Institution.ID, by key: InstitutionKey, if condition: Condition = .none
    ) async throws -> Bool {
        try check(key, institution)
        let programKey = ProgramKey(institution: institution, reference: reference)
        let now = clock.now
        let isWritten = try await database.write { connection in
            guard var program = try connection.programs([programKey])[programKey] else { throw Refusal.notFound }
            try Self.check(condition, program)
            guard program.state != .archived else { return false }
            program.state = .archived
            try connection.write([ProgramWrite(program, .archived, expecting: .anything)], by: .key(key.name), at: now)
            return true
        }
        if isWritten { _ = try? await follow?.catchUp() }
        return isWritten
    }

    /// A program in whatever state, for a key of its institution.
    package func program(_ reference: String, at institution: Institution.ID, for key: InstitutionKey) async throws -> PushedProgram {
        guard key.institution == institution else { throw Refusal.notAllowed }
        let programKey = ProgramKey(institution: institution, reference: reference)
        guard let program = try await database.read({ try $0.programs([programKey])[programKey] }) else { throw Refusal.notFound }
        return PushedProgram(program)
    }

    /// Programs in every state by reference, a page at a time.
    /// - Parameter since: only those written since, or that may have been.
    package func programs(
        at institution: Institution.ID, for key: InstitutionKey, after reference: String, since: Timestamp?
    ) async throws -> (programs: [PushedProgram], next: String?) {
        guard key.institution == institution else { throw Refusal.notAllowed }
        let found = try await database.read { connection in
            guard let since else {
                return try connection.programs(
                    of: institution, after: ProgramKey(institution: institution, reference: reference), most: Self.page + 1)
            }
            return try connection.programs(of: institution, writtenSince: since, after: reference, most: Self.page + 1)
        }
        return Self.paged(found)
    }

    /// The published ones, for anybody: from memory.
    package func published(at institution: Institution.ID, after reference: String) -> (programs: [PushedProgram], next: String?) {
        let all = catalogue.current.programs(of: institution).filter { $0.state == .published && $0.reference > reference }
        return Self.paged(Array(all.sorted { $0.reference < $1.reference }.prefix(Self.page + 1)), isPublic: true)
    }

    private static func paged(_ found: [Program], isPublic: Bool = false) -> (programs: [PushedProgram], next: String?) {
        let programs = found.prefix(page)
        return (programs.map { PushedProgram($0, isPublic: isPublic) }, found.count > page ? programs.last?.reference : nil)
    }

    private func check(_ key: InstitutionKey, _ institution: Institution.ID) throws {
        guard key.institution == institution, key.scope == .write else { throw Refusal.notAllowed }
    }

    private static func check(_ condition: Condition, _ stored: Program?) throws {
        switch condition {
        case .none: return
        case .absent: guard stored == nil else { throw Refusal.precondition }
        case .matches(let tags):
            guard let stored, tags.isEmpty || tags.contains(PushedProgram(stored).tag) else { throw Refusal.precondition }
        }
    }

    /// The body of one program, with what its address says of it.
    private static func object(_ body: [UInt8], _ reference: String, _ institution: Institution.ID) throws -> JSONValue {
        var value: JSONValue
        do {
            var reader = JSONReader(body)
            value = try reader.whole()
        } catch {
            throw unreadable(error)
        }
        guard case .object(var members) = value else { return value }
        for (name, text) in [("reference", reference), ("institution", institution.rawValue)] {
            if let given = members[name], given != .null, given.textValue?.trimmed != text { throw Refusal.otherReference }
            members[name] = .text(text)
        }
        value = .object(members)
        return value
    }

    private static func unreadable(_ problem: JSONProblem) -> Refusal {
        .mistakes([ImportError(reason: .unreadable(problem.sentence, .json(line: problem.line)))], count: 1)
    }

    private func write<Value: Sendable>(
        _ values: [JSONValue], at institution: Institution.ID, by key: InstitutionKey,
        before: @escaping @Sendable (any SQLConnection) throws -> Void,
        after: @escaping @Sendable (ImportPlan, any SQLConnection) throws -> Value
    ) async throws -> (Value, isWritten: Bool) {
        let now = clock.now
        let rules = ImportRules(information: catalogue.current.labourMarket, institution: institution, now: now)
        return try await database.write { connection in
            try before(connection)
            let records = { CorrectedRecords(ListedRecords(values), institution: institution, corrections: [:]) }
            let plan = try connection.run(records, rules) { try connection.bring($0, $1, by: .key(key.name), at: now) }
            guard !plan.isRefused else { throw Refusal.mistakes(plan.errors, count: plan.errorCount) }
            return (try after(plan, connection), plan.newCount + plan.changedCount > 0)
        }
    }
}

/// Values that are in memory, as records.
private struct ListedRecords: RecordSource {
    private var values: [JSONValue]?

    init(_ values: [JSONValue]) { self.values = values }

    mutating func next() throws -> [ImportRecord]? {
        guard let all = values, !all.isEmpty else { return nil }
        values = nil
        return all.enumerated().map { JSONRecords.record($1, row: $0 + 1) }
    }
}
