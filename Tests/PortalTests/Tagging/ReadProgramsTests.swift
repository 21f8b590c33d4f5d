import Domain
import Logging
import Portal
import Storage
import StorageSQLite
import Testing

/// What the portal reads by itself, and when.
@Suite struct ReadProgramsTests {
    private func reader(_ portal: PublishingPortal) -> ReadPrograms {
        ReadPrograms(
            database: portal.accounts.database, catalogue: portal.services.catalogue, findOccupations: portal.services.findOccupations,
            clock: portal.accounts.watch.clock, logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Until there is nothing left to look at.
    private func readAll(_ reader: ReadPrograms) async throws -> Int {
        var turns = 0
        while try await reader.turn() { turns += 1 }
        return turns
    }

    private func reading(_ portal: PublishingPortal, _ id: Program.ID = "weld", _ side: ReadingSide = .current) async throws -> TextReading?
    {
        try await portal.accounts.database.read { try $0.reading(of: id, side) }
    }

    private static let welding = Program.small("weld", occupation: .nurseAides).with {
        $0.description = LocalizedText(en: "Learn to weld mild steel as a welder in a shop. Bring your own gloves and a helmet.")
    }

    @Test func `a program's text is read once, with the sentence each suggestion comes from and its place`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(Self.welding)
        #expect(try await readAll(reader(portal)) > 0)
        let found = try #require(try await reading(portal))
        #expect(found.language == .en && found.reader.matcher.hasPrefix("1 ") && found.reader.taxonomy == "NOC 2021 test")
        let welder = try #require(found.suggestions.first { $0.target == .occupation(.welders) })
        #expect(welder.taxonomyVersion == "NOC 2021 test")
        let evidence = try #require(welder.evidence)
        let part = try #require(Self.welding.description.en)
        if evidence.part == "description" {
            #expect(
                String(decoding: Array(part.utf8)[evidence.start...].prefix(evidence.sentence.utf8.count), as: UTF8.self)
                    == evidence.sentence)
        } else {
            #expect(evidence.part == "title" && evidence.sentence == "Welding basics")
        }
        // What a machine reads is in nobody's history, and no tag that is searched by.
        #expect(try await portal.history().isEmpty)
        #expect(try await portal.sheet().standing == Self.welding)
        #expect(try await readAll(reader(portal)) == 0)
    }

    @Test func `a text is read again when it changed, and not when something else did`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(Self.welding)
        let read = reader(portal)
        _ = try await readAll(read)
        let first = try await reading(portal)
        portal.accounts.watch.advance(seconds: 10)
        try await portal.found(Self.welding.with { $0.hours = 12 })
        _ = try await readAll(read)
        #expect(try await reading(portal) == first)
        try await portal.found(
            Self.welding.with { $0.description = LocalizedText(en: "Help residents of a nursing home as a nurse aide every day.") })
        _ = try await readAll(read)
        let second = try #require(try await reading(portal))
        #expect(second.digest != first?.digest && second.at > first!.at)
    }

    @Test func `a program without text is told so, one in the archive is not read`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(.small("bare"), Self.welding.with { $0.state = .archived })
        _ = try await readAll(reader(portal))
        #expect(try await reading(portal, "bare")?.language == nil)
        #expect(try await reading(portal, "bare")?.suggestions == [])
        #expect(try await reading(portal, "weld") == nil)
        #expect(try await portal.publishing.review.queue(of: PublishingPortal.cedar).textless == ["bare"])
    }

    @Test func `read is the language that says more, or the one the program is taught in`() {
        var program = Self.welding
        #expect(ReadableText(program)?.language == .en)
        program.description.fr = "Souder de l’acier doux."
        #expect(ReadableText(program)?.language == .en)
        program.offerings[0].language = .fr
        #expect(ReadableText(program)?.language == .fr)
        program.outcomes = [LocalizedText(en: "Weld")]
        #expect(ReadableText(program)?.language == .en)
        #expect(ReadableText(.small("bare")) == nil)
    }

    @Test func `while one node reads, another leaves it alone, and goes on when the first one died`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(Self.welding)
        _ = try await readAll(reader(portal))
        try await portal.found(Self.welding.with { $0.title = LocalizedText(en: "Welding for everybody") })
        let other = reader(portal)
        #expect(try await other.turn() == false)
        portal.accounts.watch.advance(seconds: 31)
        #expect(try await readAll(other) > 0)
        #expect(try await reading(portal)?.digest != nil)
    }

    @Test func `a newer taxonomy is read beside, and nothing changes before somebody says so`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(Self.welding)
        _ = try await readAll(reader(portal))
        // As an older matcher would have left it.
        let old = ReaderVersion(matcher: "0", taxonomy: "NOC 2016")
        let before = try #require(try await reading(portal))
        let left = TextReading(
            program: "weld", digest: before.digest, language: .en, reader: old, at: before.at,
            suggestions: [ReadSuggestion(target: .occupation(.nurseAides), confidence: 0.8, evidence: nil, taxonomyVersion: nil)])
        try await portal.accounts.database.write { connection in
            try connection.keep([left], as: .current)
            let state = TagReaderState(reader: old, sweptTo: nil, change: try connection.latestChange())
            _ = try connection.takeTagReader("x", old, at: Timestamp(milliseconds: .max / 2), leasedUntil: Timestamp(milliseconds: 0))
            _ = try connection.advanceTagReader("x", to: state)
        }
        _ = try await readAll(reader(portal))
        #expect(try await reading(portal) == left)
        #expect(try await reading(portal, "weld", .next)?.suggestions == before.suggestions)
        let compare = portal.publishing.compareReadings
        let comparison = try await compare(at: PublishingPortal.cedar, samples: 10)
        #expect(comparison.programs == ["weld"] && comparison.before == old && comparison.after == before.reader)
        // Nurse aides are the program's tag already: only what nobody decided about is a difference.
        #expect(comparison.differences.map(\.target) == before.suggestions.map(\.target).filter { $0 != .occupation(.nurseAides) })
        #expect(comparison.titles["weld"]?.en == "Welding basics")
        #expect(try await compare.leave(at: PublishingPortal.cedar, by: portal.ana) == 1)
        _ = try await readAll(reader(portal))
        #expect(try await compare(at: PublishingPortal.cedar, samples: 10).programs == [])
        #expect(try await reading(portal) == left)
    }
}
