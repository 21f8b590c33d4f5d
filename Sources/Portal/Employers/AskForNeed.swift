package import Domain
import Storage

/// Takes down what an employer did not find: counted at once, and shown to institutions once its e-mail address is verified.
package struct AskForNeed: Sendable {
    let desk: NeedDesk

    /// What the form says, as it was typed.
    package struct Fields: Hashable, Sendable {
        package var wanted = ""
        package var targets: [TagTarget] = []
        package var occupation: OccupationCode?
        package var region: Region.ID?
        package var people = ""
        package var email = ""
        package var organisation = ""

        package init() {}
    }

    package enum Problem: String, Error, Hashable, Sendable {
        case noWords, longWords, people, email
        /// Without an address it can only be counted, and there is nothing to count.
        case nothingToCount
        /// Three a day are waiting for, or came from, that address.
        case tooMany
        /// Twenty an hour came from that network.
        case tooFast

        /// The field it stands beside.
        package var field: String {
            switch self {
            case .noWords, .longWords: "wanted"
            case .people: "people"
            case .email, .tooMany, .tooFast: "email"
            case .nothingToCount: "occupation"
            }
        }
    }

    package enum Outcome: Hashable, Sendable {
        /// A mail is on its way.
        case asked(EmailAddress)
        /// Only its codes: its words were not kept.
        case counted
    }

    package static let longest = 1_000
    /// Three days for the link.
    static let unconfirmed: Int64 = 3 * 86_400_000
    /// Half a year, as institutions plan.
    static let shown: Int64 = 180 * 86_400_000
    private static let aDay: Int64 = 86_400_000
    private static let mostADay = 3

    package init(desk: NeedDesk) { self.desk = desk }

    package func callAsFunction(
        _ fields: Fields, language: Language, from address: String, visitor: Visitor
    ) async throws -> Result<Outcome, Problems> {
        var fields = fields
        fields.wanted.removeAll { $0 == "\u{0}" }
        let checked: (people: Int?, email: EmailAddress?)
        do { checked = try check(fields) } catch { return .failure(error) }
        let now = desk.clock.now
        guard let email = checked.email else {
            count(fields, visitor)
            return .success(.counted)
        }
        guard desk.pace.allows(address, at: now) else { return .failure(Problems([.tooFast])) }
        let token = SecretToken.random()
        let request = NeedRequest(
            id: NeedRequest.ID(UUIDv7.make(at: now)), language: language, wanted: fields.wanted, targets: fields.targets,
            occupation: fields.occupation, region: fields.region, people: checked.people, email: email,
            organisation: fields.organisation.asName, createdAt: now,
            expiresAt: Timestamp(milliseconds: now.milliseconds + Self.unconfirmed))
        let letter = Letter(
            .needConfirmation, to: email, in: language, values: ["wanted": fields.wanted],
            link: desk.addresses.confirmation(token, in: language))
        let mail = desk.letters.mail(letter, at: now)
        let isTaken = try await desk.database.write { connection in
            let since = Timestamp(milliseconds: now.milliseconds - Self.aDay)
            guard try connection.countNeedRequests(of: email, since: since) < Self.mostADay else { return false }
            try connection.insert(request, under: token.hash)
            try connection.enqueue([mail], at: now)
            return true
        }
        guard isTaken else { return .failure(Problems([.tooMany])) }
        count(fields, visitor)
        desk.bell?.ring()
        return .success(.asked(email))
    }

    package struct Problems: Error, Hashable, Sendable {
        package let list: [Problem]

        init(_ list: [Problem]) { self.list = list }
    }

    private func check(_ fields: Fields) throws(Problems) -> (people: Int?, email: EmailAddress?) {
        var problems: [Problem] = []
        let hasWords = fields.wanted.contains(where: \.isLetter)
        if !fields.email.isBlank, !hasWords { problems.append(.noWords) }
        if fields.wanted.count > Self.longest { problems.append(.longWords) }
        let people = Int(fields.people.filter { !$0.isWhitespace })
        if !fields.people.isBlank, !(people.map { (1...100_000).contains($0) } ?? false) { problems.append(.people) }
        let email = EmailAddress(fields.email)
        if !fields.email.isBlank, email == nil { problems.append(.email) }
        if fields.email.isBlank, fields.occupation == nil || fields.targets.isEmpty { problems.append(.nothingToCount) }
        guard problems.isEmpty else { throw Problems(problems) }
        return (people, email)
    }

    private func count(_ fields: Fields, _ visitor: Visitor) {
        guard let occupation = fields.occupation else { return }
        desk.unmetNeed.record(fields.targets, for: occupation, in: fields.region, from: visitor, source: .postings)
    }
}
