package import Domain

/// The ledger of what became of inquiries: written in the transaction of each step, and left when the inquiry is erased. It holds counts alone.
extension SQLConnection {
    /// From now on a delivery is counted, under the day its inquiry is confirmed and the programs of that institution it names today. Once: what
    /// it is counted under never changes.
    package func enterLedger(_ delivery: Delivery, on day: CalendarDate, programs: [Program.ID]) throws {
        let own =
            programs.isEmpty
            ? []
            : try query(
                "SELECT id FROM program WHERE institution = ? AND id IN (" + .placeholders(programs.count) + ") ORDER BY id",
                [.text(delivery.institution.rawValue)] + programs.map { .text($0.rawValue) }
            ).map { try $0.text("id") }
        try execute(
            "UPDATE inquiry_delivery SET counted_on = ?, counted_programs = ? WHERE id = ? AND counted_on IS NULL",
            [.date(day), .text(own.joined(separator: "\n")), .text(delivery.id.rawValue)])
    }

    /// What was counted of a delivery until now; `nil` for one that the ledger does not know.
    func ledgerEntry(of delivery: Delivery.ID) throws -> LedgerEntry? {
        try first(
            """
            SELECT d.institution, d.counted_on, d.counted_programs, d.queued_at, d.opened_at, d.replied_at, d.outcome, i.purpose
            FROM inquiry_delivery d JOIN inquiry i ON i.id = d.inquiry WHERE d.id = ? AND d.counted_on IS NOT NULL
            """, [.text(delivery.rawValue)]
        ).map { try LedgerEntry($0) }
    }

    /// Counts what has changed since `entry` was read, in this transaction.
    func count(_ delivery: Delivery, after entry: LedgerEntry) throws {
        let marks = delivery.referralMarks
        let changes =
            marks.subtracting(entry.marks).map { ($0, 1) } + entry.marks.subtracting(marks).map { ($0, -1) }
        let rows = changes.flatMap { mark, change in
            entry.subjects.map { subject in
                (key: [entry.institution, entry.day, subject, entry.purpose, mark.step.rawValue, mark.outcome?.rawValue ?? ""], change)
            }
        }
        // In one order everywhere, so that two transactions that count in the same rows never wait for each other in a circle.
        for (key, change) in rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let values = key.map { SQLValue.text($0) }
            if change > 0 {
                try execute(
                    .insert(into: "referral", ledgerKey + ["count"]) + " ON CONFLICT (" + .list(ledgerKey)
                        + ") DO UPDATE SET count = referral.count + excluded.count", values + [.integer(change)])
            } else {
                try execute(
                    "UPDATE referral SET count = count - 1 WHERE institution = ? AND day = ? AND program = ? AND purpose = ? AND step = ? "
                        + "AND outcome = ?", values)
            }
        }
    }

    /// The ledger of an institution that becomes a part of another goes along; a delivery that goes with it is counted on where it went.
    func moveReferrals(from old: Institution.ID, to new: Institution.ID) throws {
        try execute(
            """
            INSERT INTO referral (institution, day, program, purpose, step, outcome, count)
            SELECT ?, day, program, purpose, step, outcome, count FROM referral WHERE institution = ?
            ON CONFLICT (institution, day, program, purpose, step, outcome) DO UPDATE SET count = referral.count + excluded.count
            """, [.text(new.rawValue), .text(old.rawValue)])
        try execute("DELETE FROM referral WHERE institution = ?", [.text(old.rawValue)])
    }
}

/// Where a delivery is counted, and what of it was.
struct LedgerEntry {
    let institution: String
    let day: String
    let programs: [String]
    let purpose: String
    let marks: Set<ReferralMark>

    /// The institution as a whole once, and each program; without one, the rows of those that name none.
    var subjects: [String] { [LedgerSubject.all] + (programs.isEmpty ? [LedgerSubject.noProgram] : programs) }

    fileprivate init(_ row: SQLRow) throws {
        institution = try row.text("institution")
        day = try row.text("counted_on")
        programs = (try row.optionalText("counted_programs") ?? "").split(separator: "\n").map(String.init)
        purpose = try row.text("purpose")
        var marks: Set<ReferralMark> = []
        for (column, step) in [("queued_at", ReferralStep.inquiry), ("opened_at", .opened), ("replied_at", .replied)]
        where try row.optionalInteger(column) != nil { marks.insert(ReferralMark(step)) }
        if let outcome = try row.optionalText("outcome").flatMap({ Delivery.Outcome(rawValue: $0) }) {
            marks.insert(ReferralMark(.closed, outcome: outcome))
        }
        self.marks = marks
    }
}

/// What stands in `program`, beside ids.
enum LedgerSubject {
    static let all = "*"
    static let noProgram = ""
}

private let ledgerKey: [SQL] = ["institution", "day", "program", "purpose", "step", "outcome"]
