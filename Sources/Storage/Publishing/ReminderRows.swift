package import Domain

extension SQLConnection {
    /// Institutions with published programs that nobody confirmed since a day, and that were not reminded since a time.
    package func institutionsToRemind(unconfirmedSince day: CalendarDate, notRemindedSince time: Timestamp) throws -> [Institution.ID] {
        try query(
            """
            SELECT DISTINCT program.institution AS institution FROM program
            LEFT JOIN freshness_reminder ON freshness_reminder.institution = program.institution
            WHERE state = 'published' AND (last_confirmed IS NULL OR last_confirmed < ?) AND (sent_at IS NULL OR sent_at < ?)
            ORDER BY program.institution
            """, [.date(day), .time(time)]
        ).map { Institution.ID(try $0.text("institution")) }
    }

    /// Published programs of an institution that nobody confirmed since a day, those longest without a word first.
    package func unconfirmed(of institution: Institution.ID, since day: CalendarDate) throws -> [(
        id: Program.ID, title: LocalizedText, lastConfirmed: CalendarDate?
    )] {
        try query(
            """
            SELECT id, title_en, title_fr, last_confirmed FROM program
            WHERE institution = ? AND state = 'published' AND (last_confirmed IS NULL OR last_confirmed < ?)
            ORDER BY COALESCE(last_confirmed, ''), id
            """, [.text(institution.rawValue), .date(day)]
        ).map { (Program.ID(try $0.text("id")), try $0.localized("title"), try $0.optionalDate("last_confirmed")) }
    }

    /// Notes that an institution is reminded now.
    /// - Returns: false when somebody else has done it since.
    package func noteReminder(of institution: Institution.ID, at now: Timestamp, notSince time: Timestamp) throws -> Bool {
        try execute(
            """
            INSERT INTO freshness_reminder (institution, sent_at) VALUES (?, ?)
            ON CONFLICT (institution) DO UPDATE SET sent_at = excluded.sent_at WHERE freshness_reminder.sent_at < ?
            """, [.text(institution.rawValue), .time(now), .time(time)]) == 1
    }
}
