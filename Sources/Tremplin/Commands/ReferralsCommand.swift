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
            A row an institution; with --institution, a row a program; as CSV, also by month. Looks and clicks are each day's visitors added up. \
            Opened, replied and closed are those of the inquiries confirmed on these days, whenever the step was taken.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv }

    @Option(name: .customLong("from"), help: "The first day, as 2026-01-31. Without it, 29 days before the last.")
    var first: String?

    @Option(name: .customLong("to"), help: "The last day. Without it, today.")
    var last: String?

    @Option(help: "The id of one institution, whose programs are told apart.")
    var institution: String?

    @Option(help: "table, or csv with a row a month.")
    var format = Format.table

    package init() {}

    package func validate() throws {
        for (flag, text) in [("--from", first), ("--to", last)] {
            if let text, CalendarDate(text) == nil { throw ValidationError("\(flag) must be a day such as 2026-01-31: \(text) is none.") }
        }
        if let first = first.flatMap({ CalendarDate($0) }), let last = last.flatMap({ CalendarDate($0) }), first > last {
            throw ValidationError("--from must not come after --to.")
        }
    }

    package func run(_ surroundings: Surroundings) async throws {
        let settings = try PortalSettings(try await surroundings.configuration())
        let end = last.flatMap { CalendarDate($0) } ?? settings.day(at: surroundings.clock.now)
        let start = first.flatMap { CalendarDate($0) } ?? end.adding(days: -29)
        guard start <= end else { throw ValidationError("--from must not come after today.") }
        let answer = try await surroundings.withDatabase { try await self.answer(start...end, $0) }
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
