import Domain
import Storage

/// Writes once to those whose year ends soon, and erases what is over. Nodes may do it side by side.
struct ExpireEntries: Sendable {
    let desk: DirectoryDesk

    func callAsFunction() async throws -> Int {
        let now = desk.clock.now
        try await remind(at: now)
        return try await desk.database.write { connection in
            var count = 0
            for entry in try connection.expiredEntries(at: now) {
                try desk.ledger.append(ConsentRecord(.directory, .expired, by: .time, at: now), of: entry.email, connection)
                count += try connection.eraseDirectoryEntry(entry.id) ? 1 : 0
            }
            count += try connection.eraseUnconfirmedEntries(at: now)
            count += try connection.eraseOutreach(before: now.later(-DirectoryTerms.outreach))
            count += try connection.eraseDataLinks(expiredAt: now)
            return count + (try connection.forgetSubjects(silentSince: now.later(-DirectoryTerms.proof)))
        }
    }

    private func remind(at now: Timestamp) async throws {
        let count = try await desk.database.write { connection in
            var count = 0
            for entry in try connection.entriesToRemind(before: now.later(DirectoryTerms.notice), at: now)
            where try connection.noteReminded(entry.id, at: now) {
                var letter = Letter(
                    .directoryEnding, to: entry.email, in: entry.language,
                    values: ["name": entry.contact, "organisation": entry.organisation],
                    link: desk.addresses.own(desk.ownToken(of: entry.id), in: entry.language))
                letter.dates = ["date": desk.settings.day(at: entry.expiresAt)]
                try connection.enqueue([desk.letters.mail(letter, at: now)], at: now)
                count += 1
            }
            return count
        }
        if count > 0 { desk.bell?.ring() }
    }
}
