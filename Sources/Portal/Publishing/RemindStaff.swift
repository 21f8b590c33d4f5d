package import Domain
import Matching
import Storage

/// How often an institution is asked whether its programs are still right.
package struct ReminderSettings: Hashable, Sendable {
    /// Programs without a word for so many months are asked about; 0 asks nobody.
    package let months: Int

    package init(months: Int = 6) { self.months = months }

    package var isOn: Bool { months > 0 }

    /// What was confirmed before that day is asked about. Of a day that a month does not have, the last one is meant.
    package func due(_ today: CalendarDate) -> CalendarDate {
        let (year, month, day) = today.components
        let index = year * 12 + month - 1 - months
        for last in stride(from: day, through: 1, by: -1) {
            if let date = CalendarDate(year: index / 12, month: index % 12 + 1, day: last) { return date }
        }
        return today
    }

    /// 30 days: until then nobody is asked again, and so long the link of a mail works.
    static let pause = Int64(30) * 86_400_000
}

/// Whole addresses of the pages that reminders lead to.
package protocol ReminderAddresses: Sendable {
    func confirmation(_ token: String, in language: Language) -> String
}

/// Writes to the staff of institutions whose programs nobody has confirmed for months: one mail a person, with the list.
package struct RemindStaff: Sendable {
    private let desk: ProgramDesk
    private let secrets: PortalSecrets
    private let reminders: ReminderSettings
    private let letters: any LetterWriting
    private let addresses: any ReminderAddresses
    private let bell: MailBell?

    /// Titles in one mail; the others are counted.
    private static let listed = 40

    package init(
        desk: ProgramDesk, secrets: PortalSecrets, reminders: ReminderSettings, letters: any LetterWriting,
        addresses: any ReminderAddresses, bell: MailBell? = nil
    ) {
        self.desk = desk
        self.secrets = secrets
        self.reminders = reminders
        self.letters = letters
        self.addresses = addresses
        self.bell = bell
    }

    /// - Returns: how many mails were queued. Several nodes may do it side by side: each institution is reminded once.
    @discardableResult
    package func callAsFunction() async throws -> Int {
        guard reminders.isOn else { return 0 }
        let (now, since) = (desk.clock.now, reminders.due(desk.today))
        let last = Timestamp(milliseconds: now.milliseconds - ReminderSettings.pause)
        let institutions = try await desk.database.read {
            try $0.institutionsToRemind(unconfirmedSince: since, notRemindedSince: last)
        }
        var count = 0
        for institution in institutions {
            count += try await desk.database.write { try remind(institution, since: since, last: last, $0, at: now) }
        }
        if count > 0 { bell?.ring() }
        return count
    }

    private func remind(
        _ institution: Institution.ID, since: CalendarDate, last: Timestamp, _ connection: any SQLConnection, at now: Timestamp
    ) throws -> Int {
        let readers = try connection.staff(of: institution).filter {
            $0.account.state == .active && AccessPolicy.permissions(of: $0.role).contains(.editPrograms)
        }
        // Without anybody to write to it is tried again: somebody may be invited tomorrow.
        guard !readers.isEmpty, let place = try connection.institutions("WHERE id = ?", [.text(institution.rawValue)]).first else {
            return 0
        }
        let programs = try connection.unconfirmed(of: institution, since: since)
        guard !programs.isEmpty, try connection.noteReminder(of: institution, at: now, notSince: last) else { return 0 }
        let mails = readers.map { reader in
            let language = reader.account.language
            let token = ConfirmationToken(
                account: reader.account.id, institution: institution,
                expiresAt: Timestamp(milliseconds: now.milliseconds + ReminderSettings.pause))
            var letter = Letter(
                programs.count > Self.listed ? .longConfirmation : .confirmation, to: reader.account.email, in: language,
                values: [
                    "name": reader.account.name, "place": place.name.text(language), "count": String(programs.count),
                    "more": String(max(0, programs.count - Self.listed)),
                ],
                link: addresses.confirmation(token.text(secrets), in: language))
            letter.list = programs.prefix(Self.listed).map { $0.title.text(language) }
            return letters.mail(letter, at: now)
        }
        try connection.enqueue(mails, at: now)
        return mails.count
    }
}

extension OutgoingMail.Kind {
    /// Asks the staff of an institution whether their programs are still right.
    package static let confirmation: Self = "confirmation"
    /// The same with more programs than one mail lists.
    package static let longConfirmation: Self = "longConfirmation"
}
