package import Domain
import LabourMarket
package import Storage

/// Figures as a file for a spreadsheet. The columns are named the same in every language, so that what reads them need not know it.
package enum ReferralTable {
    private static let figures =
        ["impressions", "views", "click_throughs", "inquiries", "inquiries_opened", "inquiries_replied", "inquiries_closed"]
        + Delivery.Outcome.allCases.map { "outcome_" + $0.rawValue.replacing("-", with: "_") }

    /// A row a program and month; `program_id` is empty in the rows of the institution as a whole.
    package static func programs(
        _ rows: [(month: String, line: ReferralFigures.Line)], of institution: Institution.ID, byteOrderMark: Bool = true
    ) -> [UInt8] {
        var table = DelimitedTextWriter(
            columns: ["month", "institution_id", "program_id", "program_reference", "program_title_en", "program_title_fr"] + figures,
            byteOrderMark: byteOrderMark)
        for (month, line) in rows {
            let names = [
                institution.rawValue, line.program?.rawValue ?? "", line.reference, line.title.en ?? "", line.title.fr ?? "",
            ]
            table.append([month] + names.map(GuardedCell.guarded) + cells(line.counts))
        }
        return table.take()
    }

    /// A row an institution and month.
    package static func institutions(
        _ rows: [ReferralRow], names: [Institution.ID: Institution], byteOrderMark: Bool = true
    ) -> [UInt8] {
        var table = DelimitedTextWriter(
            columns: ["month", "institution_id", "institution_name_en", "institution_name_fr"] + figures, byteOrderMark: byteOrderMark)
        for row in rows {
            let id = row.institution ?? ""
            let cells = [id.rawValue, names[id]?.name.en ?? "", names[id]?.name.fr ?? ""].map(GuardedCell.guarded)
            table.append([row.time] + cells + Self.cells(row.counts))
        }
        return table.take()
    }

    private static func cells(_ counts: ReferralCounts) -> [String] {
        (ReferralStep.allCases.map { counts[$0] } + Delivery.Outcome.allCases.map { counts.outcomes[$0] ?? 0 }).map(String.init)
    }
}
