import Domain
import Portal
import Storage
import StorageSQLite
import Testing

/// Signing in: who gets in, who waits, and what nobody learns on the way.
@Suite struct SignInTests {
    private static let editor = Membership(.editor, at: "cedar-college")!

    private func signIn(
        _ portal: AccountPortal, _ name: String = "Ana", _ password: String = AccountPortal.password, from origin: SignInOrigin = .home
    ) async throws -> NewSession {
        try await portal.accounts.signIn(email: portal.email(name), password: password, from: origin)
    }

    /// Tries a wrong password some times.
    /// - Returns: what the last try met.
    @discardableResult
    private func guess(_ portal: AccountPortal, _ times: Int, _ name: String = "Ana", from origin: SignInOrigin = .elsewhere) async
        -> AccountError?
    {
        var last: AccountError?
        for _ in 0..<times {
            do { _ = try await signIn(portal, name, "not the password", from: origin) } catch { last = error as? AccountError }
        }
        return last
    }

    @Test func `the right password opens a session, however the address is spelled`() async throws {
        let portal = try await AccountPortal()
        try await portal.person("Ana", Self.editor)
        let session = try await portal.accounts.signIn(email: " ANA@Lakes.example ", password: AccountPortal.password, from: .home)
        #expect(session.session.stage == .full)
        let person = try await portal.again(session)
        #expect(person.account.name == "Ana")
        #expect(person.memberships == [Self.editor])
        #expect(person.may(.editPrograms, at: "cedar-college") && !person.may(.editPrograms, at: "birch-college"))
    }

    @Test func `a wrong password, an unknown address, an invited and a suspended account are told the same`() async throws {
        let portal = try await AccountPortal()
        try await portal.person("Ana", Self.editor)
        let boss = try await portal.person("Olive", Membership(.operator)!)
        let sleeper = try await portal.person("Sam", Self.editor)
        try await portal.accounts.suspend(sleeper.account.id, by: boss)
        try await portal.accounts.invite.fromCommandLine(
            .init(email: "new@lakes.example", name: "New", language: .en, membership: Self.editor))
        for name in ["Ana", "Nobody", "New"] { #expect(await guess(portal, 1, name) == .wrong, "\(name)") }
        await #expect(throws: AccountError.wrong) { try await signIn(portal, "Sam") }
        await #expect(throws: AccountError.wrong) { try await portal.accounts.signIn(email: "no address", password: "x", from: .home) }
    }

    @Test func `an unknown address waits as long as one that has an account`() async throws {
        let portal = try await AccountPortal()
        try await portal.person("Ana", Self.editor)
        for number in 0..<16 {
            let origins: [SignInOrigin] = [.network(number / 4), .network(100 + number / 4)]
            let known = await guess(portal, 1, "Ana", from: origins[0])
            let unknown = await guess(portal, 1, "Nobody", from: origins[1])
            #expect(known == unknown, "try \(number)")
        }
    }

    @Test func `checking a password is as much work without an account as with one`() async throws {
        for cost in [PasswordHasher.Cost.least, .standard] {
            let hasher = PasswordHasher(cost: cost)
            let hash = try await hasher.hash("something long enough")
            #expect(hasher.isAsHard(hash) && hasher.isAsHard(nil))
            for stored in [hash, nil] { #expect(try await !hasher.matches("wrong", stored)) }
            #expect(try await !hasher.matches("", nil))
            // One made when hashes were easier would tell: the question is a real one.
            #expect(!hasher.isAsHard(try await PasswordHasher(cost: .init(passes: 3, memory: 16 << 20)).hash("x")))
            #expect(!hasher.isAsHard("$argon2id$v=19$m=65536,t=2,p=1$short"))
        }
    }

    @Test func `guesses make one wait, longer and longer, and a wait always ends`() async throws {
        let portal = try await AccountPortal()
        try await portal.person("Ana", Self.editor)
        #expect(await guess(portal, 5) == .wrong)
        #expect(await guess(portal, 1) == .wait(seconds: 2))
        // What is tried while waiting does not make the wait longer.
        #expect(await guess(portal, 50) == .wait(seconds: 2))
        portal.watch.advance(seconds: 2)
        #expect(await guess(portal, 1) == .wrong)
        #expect(await guess(portal, 1) == .wait(seconds: 4))
        portal.watch.advance(seconds: 4)
        #expect(try await signIn(portal, from: .elsewhere).session.stage == .full)
        // And then nothing is held against them.
        #expect(await guess(portal, 5) == .wrong)
    }

    @Test func `whoever is known from a network does not wait for strangers who guess elsewhere`() async throws {
        let portal = try await AccountPortal()
        try await portal.person("Ana", Self.editor)
        for number in 0..<40 { await guess(portal, 5, from: .network(number)) }
        let stranger = await guess(portal, 1, from: .network(99))
        if case .wait = stranger {} else { Issue.record("a stranger is not slowed down: \(String(describing: stranger))") }
        #expect(try await signIn(portal, from: .home).session.stage == .full)
    }

    @Test func `colleagues who forget their passwords hold nobody up who is known there`() async throws {
        let portal = try await AccountPortal()
        try await portal.person("Ana", Self.editor)
        for index in 0..<60 { await guess(portal, 5, "Colleague\(index)", from: .home) }
        if case .wait = await guess(portal, 1, "Newcomer", from: .home) {} else { Issue.record("the network is not slowed down") }
        #expect(try await signIn(portal, from: .home).session.stage == .full)
    }

    @Test func `somebody locked behind others' guesses comes in by a link from their mailbox`() async throws {
        let portal = try await AccountPortal()
        try await portal.person("Ana", Self.editor)
        for number in 0..<40 { await guess(portal, 5, from: .network(number)) }
        try await portal.accounts.requestPasswordReset(email: portal.email("Ana"), from: .elsewhere)
        let token = try #require(try await portal.mailedToken(to: portal.email("Ana")))
        let session = try await portal.accounts.resetPassword(token, password: "a whole new sentence", from: .elsewhere)
        #expect(session.session.stage == .full)
        #expect(try await signIn(portal, "Ana", "a whole new sentence", from: .elsewhere).session.stage == .full)
    }

    @Test func `addresses and networks are kept as keyed hashes only`() async throws {
        let portal = try await AccountPortal()
        try await portal.person("Ana", Self.editor)
        await guess(portal, 1)
        let kept = try await portal.database.read { connection in
            try connection.query("SELECT attempt_key AS kept FROM sign_in_attempt").map { try $0.text("kept") }
                + connection.query("SELECT network AS kept FROM known_network").map { try $0.text("kept") }
        }
        #expect(kept.count >= 4)
        #expect(kept.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{64}/) != nil })
        // The same words under another key are another hash.
        let other = PortalSecrets.random()
        #expect(portal.secrets.hash("known 203.0.113", for: .attempts) != other.hash("known 203.0.113", for: .attempts))
        #expect(kept.contains(portal.secrets.hash("known 203.0.113", for: .attempts)))
    }

    @Test func `signing in makes a new session and ends the one the browser had`() async throws {
        let portal = try await AccountPortal()
        let first = try await portal.person("Ana", Self.editor)
        let second = try await portal.accounts.signIn(
            email: portal.email("Ana"), password: AccountPortal.password, from: .home, replacing: first.token)
        #expect(second.token != first.token)
        #expect(try await portal.accounts.sessions.find(first.token) == nil)
    }

    @Test func `a flood of passwords is refused when the line is long, and never takes more than two at a time`() async throws {
        let hasher = PasswordHasher(cost: .init(passes: 1, memory: 8 << 20))
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<400 {
                group.addTask {
                    do {
                        _ = try await hasher.hash("x")
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.contains(true) && outcomes.contains(false))
        #expect(try await hasher.matches("x", try await hasher.hash("x")))
    }
}
