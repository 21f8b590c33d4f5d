package import Domain
import Storage

/// Everything the portal holds under an employer's address: handed over as one file, or erased whole. Whoever asks proves first that the
/// mailbox is theirs.
package struct EmployerData: Sendable {
    let desk: DirectoryDesk

    package enum Problem: String, Error, Hashable, Sendable {
        case email
        case tooMany
    }

    /// How much there is of what.
    package struct Summary: Hashable, Sendable {
        package var isListed = false
        package var letters = 0
        package var inquiries = 0
        package var requests = 0
        package var consents = 0

        package var isEmpty: Bool { self == Summary() }
    }

    private static let mostOfNetwork = 20
    private static let mostOfAddress = 3

    package init(desk: DirectoryDesk) { self.desk = desk }

    /// A mail goes to the address whether or not anything is held under it: whoever asks for somebody else's learns nothing.
    package func ask(_ typed: String, language: Language, from origin: SignInOrigin) async throws -> EmailAddress {
        guard let email = EmailAddress(typed) else { throw Problem.email }
        let now = desk.clock.now
        let token = SecretToken.random()
        try await desk.database.write { connection in
            let counters = [("data network \(origin.network)", Self.mostOfNetwork), ("data address \(email)", Self.mostOfAddress)]
            guard try desk.limits.take(counters, connection, at: now) else { throw Problem.tooMany }
            let isKnown = try !connection.employerRecord(of: email, desk.ledger, at: now).summary.isEmpty
            var letter = Letter(isKnown ? .employerData : .employerNothing, to: email, in: language)
            // A link is made in either case, so that the answer takes as long.
            try connection.insertDataLink(
                token.hash, of: email, addressHash: desk.ledger.hash(email), until: now.later(DirectoryTerms.dataLink))
            if isKnown { letter.link = desk.addresses.data(token, in: language) }
            try connection.enqueue([desk.letters.mail(letter, at: now)], at: now)
        }
        desk.bell?.ring()
        return email
    }

    /// - Returns: `nil` when the link opens nothing. To look changes nothing.
    package func look(_ token: SecretToken) async throws -> (email: EmailAddress, summary: Summary)? {
        let now = desk.clock.now
        return try await desk.database.read { connection in
            guard let email = try connection.emailOfDataLink(token.hash, at: now) else { return nil }
            return (email, try connection.employerRecord(of: email, desk.ledger, at: now).summary)
        }
    }

    /// - Parameter language: of the names of institutions, programs, industries and regions.
    package func export(_ token: SecretToken, in language: Language) async throws -> [UInt8]? {
        let now = desk.clock.now
        let email = try await desk.database.read { try $0.emailOfDataLink(token.hash, at: now) }
        guard let email else { return nil }
        return try await export(of: email, in: language)
    }

    /// By the link of the directory's private page.
    package func export(byEntry token: SecretToken, in language: Language) async throws -> [UInt8]? {
        guard let email = try await email(ofEntry: token) else { return nil }
        return try await export(of: email, in: language)
    }

    package func export(of email: EmailAddress, in language: Language) async throws -> [UInt8] {
        let now = desk.clock.now
        let record = try await desk.database.read { try $0.employerRecord(of: email, desk.ledger, at: now) }
        return try EmployerExport(record, desk, in: language, at: now).bytes()
    }

    /// The link is used up.
    package func erase(_ token: SecretToken) async throws -> Bool {
        let now = desk.clock.now
        let email = try await desk.database.read { try $0.emailOfDataLink(token.hash, at: now) }
        guard let email else { return false }
        try await erase(email, by: .erasure)
        return true
    }

    package func erase(byEntry token: SecretToken) async throws -> Bool {
        guard let email = try await email(ofEntry: token) else { return false }
        try await erase(email, by: .erasure)
        return true
    }

    /// Everything under an address, verified or not, in one transaction. The ledger says that it was taken back, and no longer by whom.
    package func erase(_ email: EmailAddress, by way: ConsentRecord.Way) async throws {
        let now = desk.clock.now
        try await desk.database.write { connection in
            var records: [ConsentRecord] = []
            if try connection.directoryEntry(of: email) != nil {
                records.append(ConsentRecord(.directory, .withdrawn, by: way, at: now))
            }
            for _ in try connection.sentInquiries(of: email) { records.append(ConsentRecord(.inquiry, .withdrawn, by: way, at: now)) }
            try desk.ledger.append(records, of: email, connection)
            try connection.eraseDirectoryEntries(of: email)
            try connection.eraseInquiries(of: email)
            try connection.eraseNeedRequests(of: email)
            try connection.eraseMail(to: email, OutgoingMail.Kind.toEmployers)
            try connection.eraseDataLink(of: desk.ledger.hash(email))
            try desk.ledger.forget(email, connection)
        }
    }

    private func email(ofEntry token: SecretToken) async throws -> EmailAddress? {
        let now = desk.clock.now
        return try await desk.database.read { connection in
            guard let entry = try connection.directoryEntry(under: token.hash, at: now), entry.confirmedAt != nil else { return nil }
            return entry.email
        }
    }
}

/// Everything of one address, as it is stored.
struct EmployerRecord: Sendable {
    let email: EmailAddress
    let entry: DirectoryEntry?
    let letters: [OutreachLetter]
    let refused: [Institution.ID]
    let inquiries: [(inquiry: Inquiry, deliveries: [(delivery: Delivery, messages: [InquiryMessage])])]
    let requests: [(request: NeedRequest, pledges: [NeedPledge])]
    let consents: [ConsentRecord]

    var summary: EmployerData.Summary {
        EmployerData.Summary(
            isListed: entry != nil, letters: letters.count, inquiries: inquiries.count, requests: requests.count,
            consents: consents.count)
    }
}

extension SQLConnection {
    /// What was verified to be of an address: what others typed it into and nobody confirmed is none of it.
    func employerRecord(of email: EmailAddress, _ ledger: ConsentLedger, at now: Timestamp) throws -> EmployerRecord {
        let entry = try directoryEntry(of: email)
        return EmployerRecord(
            email: email, entry: entry, letters: try entry.map { try outreach(to: $0.id) } ?? [],
            refused: try entry.map { try refusals(of: $0.id) } ?? [],
            inquiries: try sentInquiries(of: email).map { inquiry in
                (
                    inquiry,
                    try deliveries(of: inquiry.id).map { delivery in
                        // Notes are the staff's own.
                        (delivery, try messages(of: delivery.id).filter { $0.side != .note })
                    }
                )
            },
            requests: try confirmedNeedRequests(of: email, at: now).map { ($0, try pledges(of: $0.id)) },
            consents: try ledger.history(of: email, self))
    }
}
