import ArgumentParser
import Domain
import LabourMarket
import Portal

/// The programs every measure works on: the same for us and for the peers.
struct CorpusOptions: ParsableArguments {
    @Option(help: "How many programs.")
    var programs: Int

    @Option(help: "The seed of the invented catalogue.")
    var seed: UInt64 = 7

    @Option(help: "The day dates are counted from.")
    var date: String

    func validate() throws {
        guard CalendarDate(date) != nil else { throw ValidationError("--date must be a day: \(date) is none.") }
    }
}

struct Corpus: Sendable {
    let information: LabourMarketInformation
    let today: CalendarDate
    let catalogue: InventedCatalogue

    init(_ options: CorpusOptions) throws {
        information = try LabourMarketInformation(releases: BuiltInReleases.all())
        today = CalendarDate(options.date)!
        catalogue = try InventedCatalogue(count: options.programs, seed: options.seed, today: today, information: information)
    }
}
