package import Domain

/// The ledger of consents, inside the transaction of what it tells of. Rows are added, and never changed or removed.
extension SQLConnection {
    /// - Parameters:
    ///   - addressHash: the keyed hash of whom it is about.
    ///   - newSubject: what they are known by from now on, if nothing is known of them yet.
    package func append(_ records: [ConsentRecord], of addressHash: String, newSubject: String, id: (Timestamp) -> String) throws {
        guard let last = records.last else { return }
        // The update locks the row: records of one address come one after the other.
        let subject = try first(
            """
            INSERT INTO consent_subject (address_hash, subject, last_at) VALUES (?, ?, ?)
            ON CONFLICT (address_hash) DO UPDATE SET last_at = excluded.last_at RETURNING subject
            """, [.text(addressHash), .text(newSubject), .time(last.at)])?.text("subject")
        try execute(
            .insert(into: "consent_record", ["id", "subject"] + consentColumns),
            each: records.map { record in
                [
                    .text(id(record.at)), .text(subject), .time(record.at), .word(record.purpose), .word(record.act), .word(record.way),
                    .text(record.wording), .text(record.language?.rawValue), .text(record.institution?.rawValue),
                ]
            })
    }

    /// What is known of an address, the oldest first; nothing once it was erased.
    package func consents(of addressHash: String) throws -> [ConsentRecord] {
        try query(
            "SELECT " + .list(consentColumns.map { "r." + $0 })
                + " FROM consent_subject s JOIN consent_record r ON r.subject = s.subject WHERE s.address_hash = ? ORDER BY r.at, r.id",
            [.text(addressHash)]
        ).map { row in
            ConsentRecord(
                try row.word("purpose"), try row.word("act"), by: try row.word("way"), at: try row.time("at"),
                wording: try row.optionalText("wording"), in: try row.optionalText("language").flatMap { Language(rawValue: $0) },
                from: try row.optionalText("institution").map { Institution.ID($0) })
        }
    }

    /// From now on nothing in the ledger tells that it was about this address.
    package func forgetSubject(of addressHash: String) throws {
        try execute("DELETE FROM consent_subject WHERE address_hash = ?", [.text(addressHash)])
    }

    /// The same for addresses of which nothing was written down since.
    /// - Returns: how many.
    package func forgetSubjects(silentSince time: Timestamp) throws -> Int {
        try execute("DELETE FROM consent_subject WHERE last_at <= ?", [.time(time)])
    }
}

private let consentColumns: [SQL] = ["at", "purpose", "act", "way", "wording", "language", "institution"]
