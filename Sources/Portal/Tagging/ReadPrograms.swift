import Domain
package import Logging
import Matching
package import Storage
import Synchronization

/// Reads the texts of programs, a few at a time, wherever one is new or was changed, and keeps what they speak for until staff decide.
///
/// Of several nodes one reads at a time. What was read and how far the reading has come is one transaction: a node that dies loses nothing, and
/// nothing is read twice (docs/decisions/0067).
package final class ReadPrograms: Sendable {
    private let database: any SQLDatabase
    private let catalogue: CurrentCatalogue
    private let findOccupations: FindOccupations
    private let clock: PortalClock
    private let logger: Logger
    /// Names this node.
    private let holder: String
    private let suggester = Mutex<ReadText?>(nil)
    private let isStopped = Mutex(false)
    private let bell = MailBell()

    /// 30 seconds without a sign of life: each batch takes a few at most.
    private static let lease = Duration.seconds(30)
    private static let look = Duration.seconds(3)
    /// So many programs to a transaction: some tenths of a second.
    private static let batch = 8
    /// Looked at in one go when nothing in them has to be read.
    private static let glance = 200
    /// Two readings whose confidences differ by less say the same.
    package static let margin = 0.1

    package init(
        database: any SQLDatabase, catalogue: CurrentCatalogue, findOccupations: FindOccupations, clock: PortalClock = .system,
        logger: Logger
    ) {
        self.database = database
        self.catalogue = catalogue
        self.findOccupations = findOccupations
        self.clock = clock
        self.logger = logger
        holder = UUIDv7.make(at: clock.now)
    }

    /// Until `stop`. After each batch it rests as long as the batch took, so that pages have at least half of a processor for themselves.
    package func run() async {
        while !isStopped.withLock({ $0 }) {
            let start = ContinuousClock.now
            var rest = Self.look
            do {
                if try await turn() { rest = .now - start }
            } catch {
                logger.error("Programs could not be read; trying again", metadata: ["error": "\(error)"])
            }
            await bell.wait(atMost: rest)
        }
        let holder = holder
        _ = try? await database.write { try $0.releaseTagReader(holder) }
    }

    package func stop() {
        isStopped.withLock { $0 = true }
        bell.ring()
    }

    /// Looks at the next programs, and reads those of them whose text is new.
    /// - Returns: false when there is nothing to look at, or another node reads.
    package func turn() async throws -> Bool {
        let (holder, now) = (holder, clock.now)
        let information = catalogue.current.labourMarket
        let version = TagSuggester.version(information, matcher: findOccupations.current)
        // Nearly every look finds nothing to do: that must not cost a write.
        let isIdle = try await database.read { connection in
            guard try connection.mayReadTags(holder, at: now) else { return true }
            guard let state = try connection.tagReaderState(), state.reader == version, state.sweptTo == nil else { return false }
            return try connection.latestChange() == state.change
        }
        guard !isIdle else { return false }
        let state = try await database.write {
            try $0.takeTagReader(holder, version, at: now, leasedUntil: now.adding(Self.lease))
        }
        guard let state else { return false }
        return try await go(on: state, version)
    }

    private func go(on state: TagReaderState, _ version: ReaderVersion) async throws -> Bool {
        let (programs, marks, next) = try await database.read { connection -> ([Program], Marks, TagReaderState) in
            var next = state
            var programs: [Program]
            if let swept = state.sweptTo {
                programs = try connection.programsToRead(after: swept, most: Self.glance)
                next.sweptTo = programs.last?.id
            } else if let changed = try connection.programsToRead(since: state.change, most: Self.glance) {
                programs = changed.programs
                next.change = changed.change
            } else {
                programs = []
                next = TagReaderState(reader: version, sweptTo: "", change: try connection.latestChange())
            }
            let marks = try connection.readingMarks(of: programs.map(\.id))
            return (programs, marks, next)
        }
        let unread = programs.filter { Self.mustRead($0, marks[$0.id] ?? [:], version) }
        guard !unread.isEmpty else { return next == state ? false : try await keep([], marks, next) }
        let reader = reader(version)
        let now = clock.now
        // Until the last of them are kept, the same programs are looked at again: those that were read then have their marks.
        var readings: [TextReading] = []
        for program in unread.prefix(Self.batch) where !isStopped.withLock({ $0 }) { readings.append(reader(program, at: now)) }
        return try await keep(readings, marks, readings.count < unread.count ? state : next)
    }

    private typealias Marks = [Program.ID: [ReadingSide: ReadingMark]]

    /// - Returns: false when another node reads by now: nothing was kept.
    private func keep(_ readings: [TextReading], _ marks: Marks, _ state: TagReaderState) async throws -> Bool {
        let (holder, now) = (holder, clock.now)
        return try await database.write { connection in
            guard try connection.takeTagReader(holder, state.reader, at: now, leasedUntil: now.adding(Self.lease)) != nil,
                try connection.advanceTagReader(holder, to: state)
            else { return false }
            let there = try connection.keys(of: readings.map(\.program))
            var (current, newer): ([TextReading], [TextReading]) = ([], [])
            for reading in readings where there[reading.program] != nil {
                let mark = marks[reading.program]?[.current]
                let isAnew = mark?.digest == reading.digest && mark?.language != nil
                if isAnew, let old = try connection.reading(of: reading.program), Self.differ(old, reading) {
                    newer.append(reading)
                } else {
                    current.append(reading)
                }
            }
            try connection.keep(current, as: .current)
            try connection.keep(newer, as: .next)
            return true
        }
    }

    private static func mustRead(_ program: Program, _ marks: [ReadingSide: ReadingMark], _ version: ReaderVersion) -> Bool {
        let digest = ReadText.digest(of: program)
        return !marks.values.contains { $0.digest == digest && $0.reader == version }
    }

    /// Whether a person would notice.
    private static func differ(_ a: TextReading, _ b: TextReading) -> Bool {
        let before = Dictionary(uniqueKeysWithValues: a.suggestions.map { ($0.target, $0.confidence) })
        guard before.count == b.suggestions.count else { return true }
        return b.suggestions.contains { suggestion in
            before[suggestion.target].map { abs($0 - suggestion.confidence) >= margin } ?? true
        }
    }

    /// Built when a text has to be read, and again when other reference data was loaded.
    private func reader(_ version: ReaderVersion) -> ReadText {
        if let known = suggester.withLock({ $0 }), known.version == version { return known }
        let made = ReadText(suggester: TagSuggester(catalogue.current.labourMarket, matcher: findOccupations.current))
        suggester.withLock { $0 = made }
        return made
    }
}
