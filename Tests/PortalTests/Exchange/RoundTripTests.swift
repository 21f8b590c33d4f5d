import Domain
import Foundation
import Portal
import Storage
import StorageSQLite
import Synchronization
import Testing

@Suite struct RoundTripTests {
    static let now = Timestamp(milliseconds: 1_790_000_000_000)

    @Test(arguments: ProgramTableFormat.allCases)
    func `programs exported and imported into an empty portal are the same programs`(_ format: ProgramTableFormat) throws {
        for seed in 0..<40 {
            var random = RandomPrograms(seed: UInt64(seed))
            let programs = (0..<25).map { random.program($0) }
            let file = export(programs, format)
            let plan = try plan(file, format, existing: [])
            #expect(plan.errors.map(\.description) == [])
            #expect(plan.changed.isEmpty && plan.unchanged.isEmpty)
            let imported = plan.new.sorted { $0.id < $1.id }
            for (program, original) in zip(imported, programs.sorted { $0.id < $1.id }) where program != original {
                Issue.record("seed \(seed): \(ProgramDifference.between(original, program))")
            }
            #expect(imported.count == programs.count)
            // Bytes: Swift takes é in one code point and in two for the same text; the files must not.
            #expect(export(plan.new, format) == file)
        }
    }

    @Test(arguments: ProgramTableFormat.allCases)
    func `importing what was just exported changes nothing`(_ format: ProgramTableFormat) throws {
        var random = RandomPrograms(seed: 7)
        let programs = (0..<100).map { random.program($0) }
        let plan = try plan(export(programs, format), format, existing: programs)
        #expect(plan.errors.isEmpty && plan.new.isEmpty && plan.changed.isEmpty)
        #expect(plan.unchanged.count == 100)
    }

    @Test(arguments: ProgramTableFormat.allCases)
    func `an export brings back every value that was changed since`(_ format: ProgramTableFormat) throws {
        var random = RandomPrograms(seed: 11)
        let before = (0..<60).map { random.program($0) }
        let after = before.map { program in
            let other = random.program(1_000)
            return Program(
                id: program.id, institution: program.institution, reference: program.reference, state: other.state, title: other.title,
                summary: other.summary, description: other.description, outcomes: other.outcomes, department: other.department,
                hours: other.hours, weeks: other.weeks, priorEducation: other.priorEducation,
                priorEducationNote: other.priorEducationNote, credential: other.credential, assessment: other.assessment,
                cipCode: other.cipCode, funding: other.funding, isWorkIntegrated: other.isWorkIntegrated, isHandsOn: other.isHandsOn,
                supports: other.supports, endorsements: other.endorsements, sequence: other.sequence, url: other.url,
                offerings: other.offerings, tags: other.tags, lastConfirmed: other.lastConfirmed)
        }
        let plan = try plan(export(before, format), format, existing: after)
        #expect(plan.errors.map(\.description) == [])
        #expect(Set(plan.changed.map(\.program)).union(plan.unchanged) == Set(before))
    }

    @Test(arguments: ProgramTableFormat.allCases)
    func `through a database and back, nothing is lost`(_ format: ProgramTableFormat) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tremplin-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try SQLiteDatabase(path: folder.appending(path: "portal.sqlite").path)
        try await Migrator().migrate(database, at: Self.now)
        try await InstitutionStore(database).save(
            RandomPrograms.institutions.map { id in
                Institution(
                    id: id, name: LocalizedText(en: "x"), kind: .college, url: "https://x.example", place: Place(city: "Sudbury"))
            }, at: Self.now)
        var random = RandomPrograms(seed: 3)
        let programs = (0..<50).map { random.program($0) }
        let file = export(programs, format)
        let imports = ImportPrograms(database: database)
        let table = ImportFile(file, format: format, piece: 1_000)
        let plan = try await imports.plan(table, information: LabourMarketInformation(), now: Self.now)
        #expect(plan.newCount == 50)
        #expect(try await imports.apply(table, asPlanned: plan, information: LabourMarketInformation(), now: Self.now).newCount == 50)
        let stored = try await ProgramStore(database).all()
        #expect(Set(stored) == Set(programs))
        #expect(export(stored, format) == file)
        let written = Written()
        #expect(try await ProgramExport.write(database, format: format) { written.add($0) } == 50)
        #expect(written.bytes == file)
        let second = try await imports.plan(table, information: LabourMarketInformation(), now: Self.now)
        #expect(second.unchanged.count == 50 && second.programs.isEmpty && !second.isRefused)
        try await database.close()
    }

    private func export(_ programs: [Program], _ format: ProgramTableFormat) -> [UInt8] { ProgramExport.bytes(programs, format) }

    private func plan(_ file: [UInt8], _ format: ProgramTableFormat, existing: [Program]) throws -> ImportPlan {
        try ProgramImport.plan(
            file, format: format, existing: existing, institutions: Set(RandomPrograms.institutions),
            information: LabourMarketInformation(), now: Self.now)
    }
}

/// What an export wrote.
private final class Written: Sendable {
    private let parts = Mutex<[UInt8]>([])

    func add(_ part: [UInt8]) { parts.withLock { $0 += part } }
    var bytes: [UInt8] { parts.withLock { $0 } }
}
