package import ArgumentParser
import Domain
import Foundation
import Portal
import Storage

/// `tremplin demo --programs N`: a large catalogue, skewed and bilingual as real ones are, the same for the same seed and day.
package struct DemoInventCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "invent",
        abstract: "Invent a catalogue of any size, into the database or into a file.",
        discussion: """
            With --output the programs are written in the form `tremplin import programs` reads, and the institutions they belong to beside
            them: catalogue.csv and catalogue-institutions.csv. Without it they go into the database, which must hold invented institutions
            only. The same seed and date always give the same programs; a smaller catalogue is the beginning of a larger one.
            """)

    @Option(help: "How many programs.")
    var programs: Int

    @Option(help: "Another number, other programs.")
    var seed: UInt64 = 1

    @Option(help: "The day from which the programs' dates are counted, YYYY-MM-DD; today without it.")
    var date: String?

    @Option(help: "The file to write, ending in .csv.")
    var output: String?

    package init() {}

    package func validate() throws {
        guard (1...10_000_000).contains(programs) else { throw ValidationError("--programs must be from 1 to 10000000.") }
        if let date, CalendarDate(date) == nil { throw ValidationError("--date must be a day such as 2026-01-31: \(date) is none.") }
        if let output, !output.lowercased().hasSuffix(".csv") { throw ValidationError("--output must end in .csv: \(output) does not.") }
    }

    package func run(_ surroundings: Surroundings) async throws {
        let start = ContinuousClock.now
        let settings = try PortalSettings(try await surroundings.configuration())
        let today = date.flatMap { CalendarDate($0) } ?? settings.day(at: surroundings.clock.now)
        if let output {
            let information = try await ReferenceData(surroundings).load()
            try await write(catalogue(today, information), to: output)
        } else {
            try await surroundings.withDatabase { database in
                try await Self.refuseRealInstitutions(database)
                try await LoadReferenceData(store: ReleaseStore(database), clock: surroundings.clock).loadMissing()
                let information = try await LoadCatalogue(database: database, settings: settings, clock: surroundings.clock).information()
                let catalogue = try catalogue(today, information)
                try await LoadInventedCatalogue(database: database)(catalogue, now: surroundings.clock.now) { written in
                    if written % 100_000 == 0 { surroundings.console.notice("\(written.grouped) programs") }
                }
            }
        }
        surroundings.console.line("\(programs.grouped) programs were written in \(Figures.milliseconds(.now - start).grouped) ms.")
    }

    private func catalogue(_ today: CalendarDate, _ information: LabourMarketInformation) throws -> InventedCatalogue {
        do { return try InventedCatalogue(count: programs, seed: seed, today: today, information: information) } catch {
            guard error is InventedCatalogue.NothingToTagWith else { throw error }
            throw CommandFailure(.unavailable, "Occupations, industries, skills, technologies and postal areas must be loaded first.")
        }
    }

    private func write(_ catalogue: InventedCatalogue, to path: String) async throws {
        let writing = WriteInventedCatalogue(catalogue)
        do {
            try Data(writing.institutions().utf8).write(to: URL(filePath: path.dropLast(4) + "-institutions.csv"), options: .atomic)
            try Data().write(to: URL(filePath: path))
            let file = try FileHandle(forWritingTo: URL(filePath: path))
            try await writing.programs { try file.write(contentsOf: Data($0.utf8)) }
            try file.close()
        } catch {
            throw CommandFailure(.io, "\(path) cannot be written.")
        }
    }

    /// A portal that people use must not be filled with programs that do not exist.
    private static func refuseRealInstitutions(_ database: any SQLDatabase) async throws {
        let real = try await InstitutionStore(database).all().filter { !$0.isDemonstration }
        guard let first = real.first else { return }
        throw CommandFailure(
            .data, "The database holds institutions that are not invented, such as \(first.id). Invented programs do not go beside theirs.")
    }
}
