package import ArgumentParser
import Domain
import Portal
import Storage

/// `tremplin referrals`: from lists to outcomes, in numbers.
package struct ReferralsCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "referrals",
        abstract: "Count what programs brought: shown, looked at, followed to the institution, asked about, opened, replied to, closed.",
        discussion: """
            Over the last 30 days, unless told otherwise. A row an institution; with --institution, a row a program; as CSV, also by month. Looks and clicks are each day's visitors added up. \
            Opened, replied and closed are those of the inquiries confirmed on these days, whenever the step was taken.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv }

    @OptionGroup var range: DayRangeOptions

    @Option(help: "The id of one institution, whose programs are told apart.")
    var institution: String?

    @Option(help: "table, or csv with a row a month.")
    var format = Format.table

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let settings = try PortalSettings(try await surroundings.configuration())
        let days = try range.days(before: 29, today: settings.day(at: surroundings.clock.now))
        let answer = try await surroundings.withDatabase { try await self.answer(days, $0) }
        surroundings.console.write(answer)
    }

    private func answer(_ days: ClosedRange<CalendarDate>, _ database: any SQLDatabase) async throws -> String {
        let store = ReferralStore(database)
        let time: ReferralGrouping.Time = format == .csv ? .month : .whole
        guard let institution else {
            let rows = try await store.rows(in: days, by: ReferralGrouping(byInstitution: true, time: time))
            let names = Dictionary(uniqueKeysWithValues: try await InstitutionStore(database).all().map { ($0.id, $0) })
            guard format == .table else {
                return String(decoding: ReferralTable.institutions(rows, names: names, byteOrderMark: false), as: UTF8.self)
            }
            return table("institution", rows.map { ($0.institution?.rawValue ?? "", $0.counts) })
        }
        let id = Institution.ID(institution)
        guard try await InstitutionStore(database).institution(id) != nil else {
            throw ValidationError("There is no institution \(institution).")
        }
        let rows = try await store.rows(in: days, of: id, by: ReferralGrouping(byProgram: true, time: time))
        let labels = try await ReferralLabels(database, of: id)
        guard format == .table else {
            return String(
                decoding: ReferralTable.programs(rows.map { ($0.time, labels.line($0.program, $0.counts)) }, of: id, byteOrderMark: false),
                as: UTF8.self)
        }
        return table("program", rows.map { ($0.program == nil ? "-" : labels.line($0.program, $0.counts).reference, $0.counts) })
    }

    private func table(_ head: String, _ rows: [(name: String, counts: ReferralCounts)]) -> String {
        let heads = ["shown", "looked at", "to the site", "inquiries", "opened", "replied", "closed"]
        var text = TextTable([head] + heads, rightAligned: Set(1...heads.count))
        for row in rows { text.add([row.name] + ReferralStep.allCases.map { String(row.counts[$0]) }) }
        return text.text
    }
}
