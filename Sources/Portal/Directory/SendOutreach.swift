package import Domain
import Matching
import Storage

/// Somebody at an institution writes to employers of the directory. The portal sends it: nobody at the institution learns an address.
package struct SendOutreach: Sendable {
    let desk: DirectoryDesk

    package static let mostAtOnce = 20
    /// Employers an institution reaches in a day.
    package static let mostADay = 60
    /// Days between two messages of one institution to one employer.
    package static let daysBetween = 30
    static let between = Int64(daysBetween) * DirectoryTerms.day
    package static let longestSubject = 100
    package static let longestText = 3_000
    package static let longestPostal = 200

    /// What the form says, as it was typed.
    package struct Fields: Hashable, Sendable {
        package var entries: [DirectoryEntry.ID] = []
        package var subject = ""
        package var text = ""
        /// The institution's postal address.
        package var postal = ""

        package init() {}
    }

    package enum Problem: String, Error, Hashable, Sendable {
        case noEntries, tooManyEntries, subject, longSubject, text, longText, postal, longPostal
        /// More than the institution may reach in a day.
        case tooManyToday
        case notAllowed

        package var field: String {
            switch self {
            case .noEntries, .tooManyEntries, .tooManyToday, .notAllowed: "recipients"
            case .subject, .longSubject: "subject"
            case .text, .longText: "text"
            case .postal, .longPostal: "postal"
            }
        }
    }

    package struct Problems: Error, Hashable, Sendable {
        package let list: [Problem]
    }

    /// What became of those who were chosen.
    package struct Outcome: Sendable {
        package internal(set) var reached: [BrowseDirectory.Line] = []
        /// They left, pause, or want nothing from this institution; the name where there is one still.
        package internal(set) var gone: [String?] = []
        /// They had a message in the last 30 days.
        package internal(set) var recent: [BrowseDirectory.Line] = []
    }

    package init(desk: DirectoryDesk) { self.desk = desk }

    /// Who of those chosen can be reached now.
    package func recipients(_ ids: [DirectoryEntry.ID], at institution: Institution.ID) async throws -> Outcome {
        let now = desk.clock.now
        return try await desk.database.read { connection in
            try Self.sorted(ids, institution, connection, at: now).outcome
        }
    }

    /// The postal address of the last letter, and how many more may be reached today.
    package func standing(of institution: Institution.ID) async throws -> (postal: String, left: Int) {
        let now = desk.clock.now
        return try await desk.database.read { connection in
            let postal = try connection.outreach(from: institution, limit: 1).first?.letter.postal ?? ""
            let count = try connection.countOutreach(from: institution, since: now.later(-DirectoryTerms.day))
            return (postal, max(0, Self.mostADay - count))
        }
    }

    /// The mails as employers will get them: one for each language among those who can be reached. Links and address in them are of nobody.
    package func preview(_ fields: Fields, at institution: Institution.ID, by person: SignedIn) async throws -> (
        mails: [OutgoingMail], recipients: Outcome
    ) {
        try check(fields, institution, person)
        let now = desk.clock.now
        let (outcome, entries) = try await desk.database.read { connection in
            try Self.sorted(fields.entries, institution, connection, at: now)
        }
        var mails: [OutgoingMail] = []
        for language in Language.allCases {
            guard let entry = entries.first(where: { $0.language == language }) else { continue }
            let letter = letter(fields, to: entry, at: institution, by: person, end: .random())
            mails.append(desk.letters.mail(letter, at: now))
        }
        return (mails, outcome)
    }

    package func callAsFunction(_ fields: Fields, at institution: Institution.ID, by person: SignedIn) async throws -> Outcome {
        try check(fields, institution, person)
        let now = desk.clock.now
        let outcome = try await desk.database.write { connection in
            // Whoever said no since the preview is not written to: it is asked in the transaction that sends.
            let (outcome, entries) = try Self.sorted(fields.entries, institution, connection, at: now)
            guard !entries.isEmpty else { return outcome }
            let count = try connection.countOutreach(from: institution, since: now.later(-DirectoryTerms.day))
            guard count + entries.count <= Self.mostADay else { throw Problems(list: [.tooManyToday]) }
            let letterID = OutreachLetter.ID(UUIDv7.make(at: now))
            try connection.insert(
                OutreachLetter(
                    id: letterID, institution: institution, account: person.account.id, author: person.account.name,
                    replyTo: person.account.email, postal: fields.postal, subject: fields.subject, text: fields.text, sentAt: now))
            var mails: [OutgoingMail] = []
            for entry in entries {
                let id = OutreachDelivery.ID(UUIDv7.make(at: now))
                let end = desk.endToken(of: id)
                let mail = desk.letters.mail(letter(fields, to: entry, at: institution, by: person, end: end), at: now)
                try connection.insert(
                    OutreachDelivery(
                        id: id, letter: letterID, entry: entry.id, institution: institution, mail: mail.id, sentAt: now), endHash: end.hash)
                mails.append(mail)
            }
            try connection.enqueue(mails, at: now)
            return outcome
        }
        if !outcome.reached.isEmpty { desk.bell?.ring() }
        return outcome
    }

    private func check(_ fields: Fields, _ institution: Institution.ID, _ person: SignedIn) throws {
        guard person.may(.reachEmployers, at: institution) else { throw Problems(list: [.notAllowed]) }
        var problems: [Problem] = []
        if fields.entries.isEmpty { problems.append(.noEntries) }
        if fields.entries.count > Self.mostAtOnce { problems.append(.tooManyEntries) }
        if fields.subject.isBlank { problems.append(.subject) }
        if fields.subject.count > Self.longestSubject { problems.append(.longSubject) }
        if fields.text.isBlank { problems.append(.text) }
        if fields.text.count > Self.longestText { problems.append(.longText) }
        // Who sends a commercial message must say where they can be written to.
        if fields.postal.count(where: \.isLetter) < 3 { problems.append(.postal) }
        if fields.postal.count > Self.longestPostal { problems.append(.longPostal) }
        guard problems.isEmpty else { throw Problems(list: problems) }
    }

    /// Each of those chosen once, by whether they can be reached.
    private static func sorted(
        _ ids: [DirectoryEntry.ID], _ institution: Institution.ID, _ connection: any SQLConnection, at now: Timestamp
    ) throws -> (outcome: Outcome, entries: [DirectoryEntry]) {
        var (outcome, entries, seen) = (Outcome(), [DirectoryEntry](), Set<DirectoryEntry.ID>())
        for id in ids where seen.insert(id).inserted {
            let entry = try connection.directoryEntry(id)
            guard let entry, entry.confirmedAt != nil, !entry.isPaused, entry.expiresAt > now,
                try !connection.refusals(of: id).contains(institution)
            else {
                outcome.gone.append(entry?.confirmedAt == nil ? nil : entry?.organisation)
                continue
            }
            let line = BrowseDirectory.Line(entry, writtenAt: try connection.lastOutreach(to: id, from: institution), now: now)
            guard line.mayWriteAt == nil else {
                outcome.recent.append(line)
                continue
            }
            outcome.reached.append(line)
            entries.append(entry)
        }
        return (outcome, entries)
    }

    private func letter(
        _ fields: Fields, to entry: DirectoryEntry, at institution: Institution.ID, by person: SignedIn, end: SecretToken
    ) -> Letter {
        let language = entry.language
        var letter = Letter(
            .outreach, to: entry.email, in: language,
            values: [
                "place": desk.catalogue.institutionName(institution, language), "person": person.account.name, "subject": fields.subject,
                "contact": entry.contact, "organisation": entry.organisation,
                "postal": fields.postal.split(whereSeparator: \.isNewline).joined(separator: ", "),
                "site": desk.catalogue.current.institutions[institution]?.url ?? "", "reply": person.account.email.text,
            ],
            // Never the private page: whoever answers sends what they answer to along.
            link: desk.addresses.dataRequest(in: language), replyTo: person.account.email,
            unsubscribe: desk.addresses.end(end, in: language))
        letter.passage = fields.text
        return letter
    }
}
