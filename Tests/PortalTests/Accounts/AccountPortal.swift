import Domain
import Foundation
import Portal
import Storage
import StorageSQLite
import Testing

/// Accounts over a database of their own, with a clock that a test moves, and the mail they put into the post.
final class AccountPortal: Sendable {
    let database: SQLiteDatabase
    let watch = SecondsWatch()
    let accounts: AccountServices
    let secrets = PortalSecrets.random()
    private let path: String

    var now: Timestamp { watch.clock.now }

    /// - Parameter cost: of a password's hash: the least, where a test is not about it.
    init(cost: PasswordHasher.Cost = .least) async throws {
        path = FileManager.default.temporaryDirectory.appending(path: "tremplin-\(UUID().uuidString).sqlite").path
        database = try SQLiteDatabase(path: path)
        try await Migrator().migrate(database, at: watch.clock.now)
        var birch = Institution.cedar
        birch = Institution(
            id: "birch-college", name: LocalizedText(en: "Birch College"), kind: .college, url: birch.url, place: birch.place)
        try await InstitutionStore(database).save([.cedar, birch], at: watch.clock.now)
        let settings = PortalSettings(name: LocalizedText(en: "Gangway", fr: "Passerelle"), baseURL: "https://portal.example")
        let mail = AccountMail(letters: PlainLetters(), addresses: PlainAddresses())
        accounts = AccountServices(
            try AccountDesk(database: database, settings: settings, secrets: secrets, mail: mail, clock: watch.clock, cost: cost))
    }

    deinit { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }

    static let password = "seven quiet herons"

    /// Somebody who was invited and has come.
    @discardableResult
    func person(_ name: String, _ memberships: Membership...) async throws -> SignedIn {
        var link: String?
        for membership in memberships {
            let invitation = Invite.Invitation(email: email(name), name: name, language: .en, membership: membership)
            link = try await accounts.invite.fromCommandLine(invitation).link
        }
        let token = try #require(link.flatMap(Self.token))
        let session = try await accounts.acceptInvitation(token, name: name, language: .en, password: Self.password, from: .home)
        return try #require(try await accounts.sessions.find(session.token))
    }

    func email(_ name: String) -> String { "\(name.lowercased())@lakes.example" }

    /// The same person, now that something has changed.
    func again(_ session: NewSession) async throws -> SignedIn { try #require(try await accounts.sessions.find(session.token)) }

    /// Sets up a second factor.
    func enrol(_ person: SignedIn) async throws -> (code: TimedCode, person: SignedIn, codes: [RecoveryCode]) {
        let code = try await accounts.enrol.begin(person)
        let (session, codes) = try await accounts.enrol.confirm(
            person, code: code.code(atStep: TimedCode.step(at: now)), password: "", from: .home)
        return (code, try await again(session), codes)
    }

    /// Kinds and texts of what is in the post for somebody, the oldest first.
    func mail(to address: String) async throws -> [(kind: String, text: String)] {
        try await database.read { connection in
            try connection.query("SELECT kind, text_body FROM outbox WHERE recipient = ? ORDER BY rowid", [.text(address)]).map {
                (try $0.text("kind"), try $0.text("text_body"))
            }
        }
    }

    /// The token in the last mail to somebody.
    func mailedToken(to address: String) async throws -> SecretToken? { try await mail(to: address).last.flatMap { Self.token($0.text) } }

    static func token(_ text: String) -> SecretToken? {
        text.firstMatch(of: /https:\/\/portal\.example\/[a-z-]+\/([A-Za-z0-9_-]{43})/).flatMap { SecretToken(String($0.output.1)) }
    }

    func log() async throws -> [AuditEntry] { try await AuditLog(database).entries().map(\.entry) }
}

extension SignInOrigin {
    static let home = SignInOrigin(
        address: "203.0.113.7", userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
    static let elsewhere = SignInOrigin(address: "198.51.100.9", userAgent: "")

    static func network(_ number: Int) -> SignInOrigin { SignInOrigin(address: "10.\(number / 256).\(number % 256).1", userAgent: "") }
}

/// Says what a letter holds, without the portal's texts.
private struct PlainLetters: LetterWriting {
    func mail(_ letter: Letter, at now: Timestamp) -> OutgoingMail {
        let text =
            letter.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n") + "\n" + (letter.link ?? "")
        return OutgoingMail(
            id: OutgoingMail.ID(UUIDv7.make(at: now)), kind: letter.kind, recipient: letter.recipient, language: letter.language,
            subject: letter.kind.rawValue, text: text, html: text)
    }
}

private struct PlainAddresses: AccountAddresses {
    func page(_ purpose: AccountLink.Purpose, _ token: SecretToken, in language: Language) -> String {
        "https://portal.example/\(purpose.rawValue)/\(token.text)"
    }

    func signIn(in language: Language) -> String { "https://portal.example/\(language.rawValue)/sign-in" }
}
