package import ArgumentParser
import Domain
import Portal
import Storage

/// `tremplin sector-changes`: how many people are led from one sector to another.
package struct SectorChangesCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "sector-changes",
        abstract: "Count the people who were led from one sector to another.",
        discussion: """
            Over the last 90 days, unless told otherwise. From the sector of the job given in the quiz to that of the program shown first. Pairs with fewer than \
            \(SectorChangeFigures.smallest) visitors are not told. Sectors are those of NAICS; an occupation found in all of them counts by the \
            first digit of its NOC code, as noc-1.
            """)

    @OptionGroup var range: DayRangeOptions

    @Flag(help: "Write JSON.")
    var json = false

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let settings = try PortalSettings(try await surroundings.configuration())
        let days = try range.days(before: 90, today: settings.day(at: surroundings.clock.now))
        let table = try await surroundings.withDatabase { try await SectorChangeFigures(store: ActivityStore($0))(in: days) }
        if json {
            return surroundings.console.line(
                try JSONText.make(
                    Answer(
                        from: days.lowerBound.description, to: days.upperBound.description, suppressed: table.suppressedPairs,
                        changes: table.figures.map { .init(from: $0.from, to: $0.to, visitors: $0.visitors) })))
        }
        var text = TextTable(["from", "to", "visitors"], rightAligned: [2])
        for figure in table.figures { text.add([figure.from, figure.to, String(figure.visitors)]) }
        surroundings.console.write(text.text)
        if table.suppressedPairs > 0 {
            surroundings.console.notice("\(table.suppressedPairs) pairs of sectors have too few visitors to be told.")
        }
    }

    private struct Answer: Encodable {
        struct Change: Encodable {
            let from: String
            let to: String
            let visitors: Int
        }

        let from: String
        let to: String
        let suppressed: Int
        let changes: [Change]
    }
}
