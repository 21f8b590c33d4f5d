import Domain
import Foundation
import HTTPTypes
import Portal
import Storage
import StorageSQLite
import Synchronization
import Testing
import Web

/// The sample portal with accounts over a database of its own, and people who sign in.
final class ConsolePortal: Sendable {
    let client: PortalClient
    let accounts: AccountServices
    let application: WebApplication
    let database: SQLiteDatabase
    let watch = TestWatch()
    let services: PortalServices
    let publishing: PublishingServices
    let secrets = PortalSecrets.random()
    let inquiries: InquiryServices
    static let mailSecret = "a word for the mail server"
    private let path: String

    static let institution: Institution.ID = "northern-lakes"
    static let neighbour: Institution.ID = "ecole-du-fer"
    static let password = "seven quiet herons"

    /// - Parameter baseURL: what the public knows the portal by; the sample's is HTTPS.
    init(baseURL: String = PortalServices.sampleBaseURL) async throws {
        path = FileManager.default.temporaryDirectory.appending(path: "tremplin-\(UUID().uuidString).sqlite").path
        database = try SQLiteDatabase(path: path)
        try await Migrator().migrate(database, at: watch.now)
        try await InstitutionStore(database).save(Institution.samples, at: watch.now)
        // No database takes the null character in one of them.
        try await ProgramStore(database).save(Program.samples.filter { $0.id != Program.hostile.id }, at: watch.now)
        var services = PortalServices.sample(baseURL: baseURL)
        let settings = services.settings
        let mail = AccountMail(letters: try MailWriter(settings: settings), addresses: AccountLinks(settings: settings))
        accounts = AccountServices(
            try AccountDesk(database: database, settings: settings, secrets: secrets, mail: mail, clock: watch.clock, cost: .least))
        services.accounts = accounts
        // The sample's catalogue holds these very programs: from here on it follows the database.
        let follow = FollowChanges(
            database: database, load: LoadCatalogue(database: database, settings: settings, clock: watch.clock),
            catalogue: services.catalogue, findOccupations: services.findOccupations, settings: settings,
            lastChange: try await ChangeLog(database).latestNumber(),
            clock: watch.clock)
        let desk = ProgramDesk(
            database: database, settings: settings, catalogue: services.catalogue, follow: follow, clock: watch.clock)
        var publishing = PublishingServices(desk, findOccupations: services.findOccupations)
        publishing.confirmByLink = ConfirmByLink(desk: desk, secrets: secrets, reminders: ReminderSettings())
        self.publishing = publishing
        services.publishing = publishing
        inquiries = InquiryServices(
            InquiryDesk(
                database: database, settings: settings, catalogue: services.catalogue, secrets: secrets,
                letters: try MailWriter(settings: settings),
                addresses: InquiryPageLinks(settings: settings), portal: try #require(EmailAddress("team@portal.example")),
                replies: EmailAddress("reply@in.tremplin.example"), clock: watch.clock))
        services.inquiries = inquiries
        services.setExchange(over: database, follow: follow, clock: watch.clock)
        services.needs = NeedServices(
            NeedDesk(
                database: database, settings: settings, catalogue: services.catalogue, unmetNeed: services.countUnmetNeed,
                letters: try MailWriter(settings: settings), addresses: NeedLinks(settings: settings), clock: watch.clock))
        services.directory = DirectoryServices(
            DirectoryDesk(
                database: database, settings: settings, catalogue: services.catalogue, secrets: secrets,
                letters: try MailWriter(settings: settings), addresses: DirectoryLinks(settings: settings), clock: watch.clock))
        self.services = services
        var configuration = WebConfiguration()
        configuration.mailSecret = Self.mailSecret
        application = try WebApplication(services: services, configuration: configuration, logger: PortalClient.logger)
        client = PortalClient(application.makeResponder())
    }

    deinit { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }

    func email(_ name: String) -> String { "\(name.lowercased())@lakes.example" }

    /// An invitation's link, as the command line prints it: only its path.
    func invitation(_ name: String, _ membership: Membership, _ language: Language = .en) async throws -> String {
        let invited = try await accounts.invite.fromCommandLine(
            .init(email: email(name), name: name, language: language, membership: membership))
        let link = try #require(invited.link)
        return String(link.dropFirst(PortalServices.sampleBaseURL.count))
    }

    /// Somebody who came, with a second factor if they need one.
    func person(_ name: String, _ membership: Membership, enrols: Bool = true) async throws -> SignedInVisitor {
        let link = try await invitation(name, membership)
        let token = try #require(link.split(separator: "/").last.flatMap { SecretToken(String($0)) })
        let origin = SignInOrigin(address: "203.0.113.7", userAgent: "")
        let first = try await accounts.acceptInvitation(token, name: name, language: .en, password: Self.password, from: origin)
        let person = try #require(try await accounts.sessions.find(first.token))
        guard enrols, person.mustEnrol else { return SignedInVisitor(portal: self, account: person.account, token: first.token, code: nil) }
        let code = try await accounts.enrol.begin(person)
        let enrolled = try await accounts.enrol.confirm(
            person, code: code.code(atStep: TimedCode.step(at: watch.now)), password: "", from: origin)
        return SignedInVisitor(portal: self, account: person.account, token: enrolled.session.token, code: code)
    }

    /// The token of the last link mailed to somebody, and the path it stands in.
    func mailedPath(to address: String) async throws -> String? {
        let text = try await database.read { connection in
            try connection.first("SELECT text_body FROM outbox WHERE recipient = ? ORDER BY rowid DESC LIMIT 1", [.text(address)])?.text(
                "text_body")
        }
        return text?.firstMatch(of: /https:\/\/tremplin\.example(\/\S+)/).map { String($0.output.1) }
    }
}

/// A browser with a session.
struct SignedInVisitor: Sendable {
    let portal: ConsolePortal
    let account: Account
    let token: SecretToken
    /// The authenticator app, for those who have one.
    let code: TimedCode?

    var cookie: String { "__Host-tremplin-session=\(token.text)" }

    func get(_ path: String) async throws -> Answer { try await portal.client.get(path, headers: ["Cookie": cookie]) }

    func post(_ path: String, _ fields: [(String, String)] = []) async throws -> Answer {
        try await portal.client.post(path, fields, headers: ["Cookie": cookie, "Sec-Fetch-Site": "same-origin"])
    }
}

/// A clock that a test moves. 2026-11-23 at noon in Toronto.
final class TestWatch: Sendable {
    private let time = Mutex(Timestamp(milliseconds: 1_795_453_200_000))

    var now: Timestamp { time.withLock { $0 } }
    var clock: PortalClock { PortalClock { [self] in now } }

    func advance(seconds: Int) { time.withLock { $0.milliseconds += Int64(seconds) * 1000 } }
}

extension Answer {
    /// The value a `Set-Cookie` gives the session's cookie; `nil` when none is set.
    var session: String? {
        headers[values: .setCookie].compactMap { $0.firstMatch(of: /tremplin-session=([^;]*)/).map { String($0.output.1) } }.first
    }
}
