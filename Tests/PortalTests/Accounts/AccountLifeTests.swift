import Domain
import Portal
import Storage
import StorageSQLite
import Testing

/// An account from the invitation to the end: links that work once, sessions that end, roles that change.
@Suite struct AccountLifeTests {
    private static let editor = Membership(.editor, at: "cedar-college")!
    private static let manager = Membership(.manager, at: "cedar-college")!
    private static let runner = Membership(.operator)!

    private func invitation(_ portal: AccountPortal, _ name: String, _ membership: Membership) -> Invite.Invitation {
        .init(email: portal.email(name), name: name, language: .fr, membership: membership)
    }

    @Test func `an invitation is opened once, by whoever holds the mailbox`() async throws {
        let portal = try await AccountPortal()
        let boss = try await portal.person("Olive", Self.runner)
        try await portal.accounts.invite(invitation(portal, "Ana", Self.editor), by: boss)
        let mail = try #require(try await portal.mail(to: portal.email("Ana")).first)
        #expect(mail.kind == "invitation" && mail.text.contains("place=Collège du Cèdre") && mail.text.contains("inviter=Olive"))
        let token = try #require(try await portal.mailedToken(to: portal.email("Ana")))
        // Looking at it, as mail scanners do, does not use it up.
        for _ in 0..<3 { #expect(try await portal.accounts.acceptInvitation.look(token)?.name == "Ana") }
        await #expect(throws: AccountError.password(.short)) {
            try await portal.accounts.acceptInvitation(token, name: "Ana", language: .fr, password: "short", from: .home)
        }
        await #expect(throws: AccountError.noName) {
            try await portal.accounts.acceptInvitation(token, name: " \n ", language: .fr, password: AccountPortal.password, from: .home)
        }
        await #expect(throws: AccountError.password(.personal)) {
            try await portal.accounts.acceptInvitation(token, name: "Ana", language: .fr, password: "Collège du Cèdre", from: .home)
        }
        _ = try await portal.accounts.acceptInvitation(token, name: "Ana T.", language: .fr, password: AccountPortal.password, from: .home)
        await #expect(throws: AccountError.linkGone) {
            try await portal.accounts.acceptInvitation(token, name: "Eve", language: .en, password: "another good sentence", from: .home)
        }
        #expect(try await portal.accounts.acceptInvitation.look(token) == nil)
    }

    @Test func `an invitation ends after seven days, and another one ends the first`() async throws {
        let portal = try await AccountPortal()
        let first = try #require(try await portal.accounts.invite.fromCommandLine(invitation(portal, "Ana", Self.editor)).link)
        let second = try #require(try await portal.accounts.invite.fromCommandLine(invitation(portal, "Ana", Self.manager)).link)
        let tokens = [first, second].compactMap(AccountPortal.token)
        #expect(try await portal.accounts.acceptInvitation.look(tokens[0]) == nil)
        #expect(try await portal.accounts.acceptInvitation.look(tokens[1]) != nil)
        portal.watch.advance(seconds: 7 * 86_400)
        #expect(try await portal.accounts.acceptInvitation.look(tokens[1]) == nil)
        // Asking for a new password brings a new invitation.
        try await portal.accounts.requestPasswordReset(email: portal.email("Ana"), from: .home)
        let third = try #require(try await portal.mailedToken(to: portal.email("Ana")))
        #expect(try await portal.accounts.acceptInvitation.look(third)?.state == .invited)
    }

    @Test func `whoever has an account gets another role in it, and no link`() async throws {
        let portal = try await AccountPortal()
        let ana = try await portal.person("Ana", Self.editor)
        let other = Membership(.viewer, at: "birch-college")!
        let (account, link) = try await portal.accounts.invite.fromCommandLine(invitation(portal, "Ana", other))
        #expect(account.id == ana.account.id && link == nil)
        #expect(try await portal.mail(to: portal.email("Ana")).last?.kind == "welcome")
        // What they may do has changed: the session they had is over.
        #expect(try await portal.accounts.sessions.find(ana.token) == nil)
        #expect(try await portal.accounts.staff.member(account.id)?.memberships == [other, Self.editor])
        await #expect(throws: AccountError.alreadyThere) {
            try await portal.accounts.invite.fromCommandLine(invitation(portal, "Ana", other))
        }
    }

    @Test func `nobody invites where they may not`() async throws {
        let portal = try await AccountPortal()
        let editor = try await portal.person("Eve", Self.editor)
        let manager = try await portal.person("Max", Self.manager)
        let elsewhere = Membership(.viewer, at: "birch-college")!
        for (person, membership) in [(editor, Self.editor), (manager, elsewhere), (manager, Self.runner)] {
            await #expect(throws: AccountError.notAllowed) {
                try await portal.accounts.invite(invitation(portal, "New", membership), by: person)
            }
        }
        #expect(try await portal.mail(to: portal.email("New")).isEmpty)
        await #expect(throws: AccountError.noAddress) {
            try await portal.accounts.invite(
                .init(email: "a@b\r\nBcc: x@y.example", name: "X", language: .en, membership: Self.editor), by: manager)
        }
    }

    @Test func `a forgotten password is set anew once, within the hour, and every session ends`() async throws {
        let portal = try await AccountPortal()
        let ana = try await portal.person("Ana", Self.editor)
        try await portal.accounts.requestPasswordReset(email: portal.email("Ana"), from: .home)
        let first = try #require(try await portal.mailedToken(to: portal.email("Ana")))
        portal.watch.advance(seconds: 3_600)
        await #expect(throws: AccountError.linkGone) {
            try await portal.accounts.resetPassword(first, password: "a whole new sentence", from: .home)
        }
        try await portal.accounts.requestPasswordReset(email: portal.email("Ana"), from: .home)
        let second = try #require(try await portal.mailedToken(to: portal.email("Ana")))
        // A link for one purpose is worth nothing for another.
        #expect(try await portal.accounts.acceptInvitation.look(second) == nil)
        #expect(try await portal.accounts.changeEmail.look(second) == nil)
        let session = try await portal.accounts.resetPassword(second, password: "a whole new sentence", from: .home)
        #expect(session.session.stage == .full)
        #expect(try await portal.accounts.sessions.find(ana.token) == nil)
        await #expect(throws: AccountError.linkGone) {
            try await portal.accounts.resetPassword(second, password: "yet another sentence", from: .home)
        }
        await #expect(throws: AccountError.wrong) {
            try await portal.accounts.signIn(email: portal.email("Ana"), password: AccountPortal.password, from: .home)
        }
        #expect(try await portal.mail(to: portal.email("Ana")).last?.kind == "passwordChanged")
    }

    @Test func `a mailbox alone does not get past a second factor`() async throws {
        let portal = try await AccountPortal()
        _ = try await portal.enrol(try await portal.person("Max", Self.manager))
        try await portal.accounts.requestPasswordReset(email: portal.email("Max"), from: .home)
        let token = try #require(try await portal.mailedToken(to: portal.email("Max")))
        #expect(try await portal.accounts.resetPassword(token, password: "a whole new sentence", from: .home).session.stage == .password)
    }

    @Test func `asking for a new password says the same whoever asks, and mails accounts alone`() async throws {
        let portal = try await AccountPortal()
        let boss = try await portal.person("Olive", Self.runner)
        let sam = try await portal.person("Sam", Self.editor)
        try await portal.accounts.suspend(sam.account.id, by: boss)
        let before = try await portal.mail(to: portal.email("Sam")).count
        for name in ["Nobody", "Sam"] { try await portal.accounts.requestPasswordReset(email: portal.email(name), from: .home) }
        #expect(try await portal.mail(to: portal.email("Nobody")).isEmpty)
        #expect(try await portal.mail(to: portal.email("Sam")).count == before)
        var met: [[AccountError?]] = []
        for (name, origin) in [("Olive", SignInOrigin.network(1)), ("Nobody2", .network(2))] {
            var answers: [AccountError?] = []
            for _ in 0..<7 {
                do {
                    try await portal.accounts.requestPasswordReset(email: portal.email(name), from: origin)
                    answers.append(nil)
                } catch { answers.append(error as? AccountError) }
            }
            met.append(answers)
        }
        #expect(met[0] == met[1])
        #expect(met[0].last == .wait(seconds: 2))
    }

    @Test func `another password takes the one they have, and this browser stays signed in`() async throws {
        let portal = try await AccountPortal()
        let ana = try await portal.person("Ana", Self.editor)
        let other = try await portal.accounts.signIn(email: portal.email("Ana"), password: AccountPortal.password, from: .elsewhere)
        await #expect(throws: AccountError.wrong) {
            try await portal.accounts.changePassword(ana, from: "not the password", to: "a whole new sentence", from: .home)
        }
        await #expect(throws: AccountError.password(.common)) {
            try await portal.accounts.changePassword(ana, from: AccountPortal.password, to: "password1234", from: .home)
        }
        let session = try await portal.accounts.changePassword(ana, from: AccountPortal.password, to: "a whole new sentence", from: .home)
        #expect(try await portal.again(session).account.id == ana.account.id)
        for token in [ana.token, other.token] { #expect(try await portal.accounts.sessions.find(token) == nil) }
    }

    @Test func `a stolen session cannot try out the password`() async throws {
        let portal = try await AccountPortal()
        let ana = try await portal.person("Ana", Self.editor)
        var last: (any Error)?
        for _ in 0..<6 {
            do { _ = try await portal.accounts.changePassword(ana, from: "guess", to: "a whole new sentence", from: .home) } catch {
                last = error
            }
        }
        #expect(last as? AccountError == .wait(seconds: 2))
    }

    @Test func `a new address counts once its mailbox says so, and the former one is told`() async throws {
        let portal = try await AccountPortal()
        let ana = try await portal.person("Ana", Self.editor)
        try await portal.accounts.changeEmail.request(ana, to: "ana@new.example", password: AccountPortal.password, from: .home)
        #expect(
            try await portal.accounts.signIn(email: portal.email("Ana"), password: AccountPortal.password, from: .home).session.stage
                == .full)
        let token = try #require(try await portal.mailedToken(to: "ana@new.example"))
        #expect(try await portal.accounts.changeEmail.look(token)?.text == "ana@new.example")
        try await portal.accounts.changeEmail(token)
        #expect(try await portal.accounts.sessions.find(ana.token) == nil)
        #expect(
            try await portal.accounts.signIn(email: "ana@new.example", password: AccountPortal.password, from: .home).session.stage == .full
        )
        #expect(try await portal.mail(to: portal.email("Ana")).last?.kind == "emailChanged")
        await #expect(throws: AccountError.linkGone) { try await portal.accounts.changeEmail(token) }
        let log = try await portal.log()
        #expect(log.contains { $0.act == .emailChanged && $0.oldValue == nil && $0.newValue == nil })
    }

    @Test func `an address that has an account is not taken over, and nobody learns that it has one`() async throws {
        let portal = try await AccountPortal()
        let ana = try await portal.person("Ana", Self.editor)
        try await portal.person("Eve", Self.editor)
        let before = try await portal.mail(to: portal.email("Eve")).count
        try await portal.accounts.changeEmail.request(ana, to: portal.email("Eve"), password: AccountPortal.password, from: .home)
        #expect(try await portal.mail(to: portal.email("Eve")).count == before)
        // Nor when the other account came after the link was sent.
        try await portal.accounts.changeEmail.request(ana, to: portal.email("Late"), password: AccountPortal.password, from: .home)
        let token = try #require(try await portal.mailedToken(to: portal.email("Late")))
        try await portal.person("Late", Self.editor)
        await #expect(throws: AccountError.linkGone) { try await portal.accounts.changeEmail(token) }
    }

    @Test func `a session ends when nobody uses it, and after 14 days whoever does`() async throws {
        let portal = try await AccountPortal()
        let ana = try await portal.person("Ana", Self.editor)
        let max = try await portal.person("Max", Self.manager)
        portal.watch.advance(seconds: 2 * 3_600 - 1)
        #expect(try await portal.accounts.sessions.find(max.token) != nil)
        portal.watch.advance(seconds: 2 * 3_600)
        #expect(try await portal.accounts.sessions.find(max.token) == nil)
        #expect(try await portal.accounts.sessions.find(ana.token) != nil)
        portal.watch.advance(seconds: 12 * 3_600)
        #expect(try await portal.accounts.sessions.find(ana.token) == nil)
        let session = try await portal.accounts.signIn(email: portal.email("Ana"), password: AccountPortal.password, from: .home)
        for hour in 1...(14 * 24) {
            portal.watch.advance(seconds: 3_600)
            #expect((try await portal.accounts.sessions.find(session.token) != nil) == (hour < 14 * 24), "after \(hour) hours")
        }
        #expect(try await portal.accounts.sessions.eraseExpired() >= 1)
    }

    @Test func `sessions are listed and ended one by one or all but this`() async throws {
        let portal = try await AccountPortal()
        let ana = try await portal.person("Ana", Self.editor)
        let eve = try await portal.person("Eve", Self.editor)
        var others: [NewSession] = []
        for _ in 0..<3 {
            others.append(try await portal.accounts.signIn(email: portal.email("Ana"), password: AccountPortal.password, from: .elsewhere))
        }
        #expect(Set(try await portal.accounts.sessions.list(ana).map(\.id)) == Set([ana.session.id] + others.map(\.session.id)))
        #expect(try await !portal.accounts.sessions.end(others[0].session.id, of: eve))
        #expect(try await portal.accounts.sessions.end(others[0].session.id, of: ana))
        #expect(try await portal.accounts.sessions.find(others[0].token) == nil)
        try await portal.accounts.sessions.endOthers(of: ana)
        #expect(try await portal.accounts.sessions.list(ana).map(\.id) == [ana.session.id])
        try await portal.accounts.sessions.signOut(ana.token)
        #expect(try await portal.accounts.sessions.find(ana.token) == nil)
    }

    @Test func `tokens are not in the database`() async throws {
        let portal = try await AccountPortal()
        let ana = try await portal.person("Ana", Self.editor)
        try await portal.accounts.requestPasswordReset(email: portal.email("Ana"), from: .home)
        let link = try #require(try await portal.mailedToken(to: portal.email("Ana")))
        let kept = try await portal.database.read { connection in
            try ["account_session", "account_link"].flatMap { table in
                try connection.query(
                    table == "account_link" ? "SELECT token_hash FROM account_link" : "SELECT token_hash FROM account_session"
                )
                .map { try $0.text("token_hash") }
            }
        }
        #expect(kept.count >= 2)
        for token in [ana.token, link] {
            #expect(!kept.contains(token.text))
            #expect("\(token)" == "<token>" && String(reflecting: token) == "<token>")
        }
    }

    @Test func `a changed role counts at once, and is written down with the former`() async throws {
        let portal = try await AccountPortal()
        let max = try await portal.person("Max", Self.manager)
        let ana = try await portal.person("Ana", Self.editor)
        try await portal.accounts.changeRole(of: ana.account.id, to: .viewer, at: "cedar-college", by: max)
        #expect(try await portal.accounts.sessions.find(ana.token) == nil)
        let entry = try #require(try await portal.log().first)
        #expect(
            entry == AuditEntry(.roleChanged, by: max.actor, on: ana.account.id.rawValue, at: "cedar-college", from: "editor", to: "viewer")
        )
        await #expect(throws: AccountError.own) {
            try await portal.accounts.changeRole(of: max.account.id, to: .viewer, at: "cedar-college", by: max)
        }
        await #expect(throws: AccountError.notAllowed) {
            try await portal.accounts.changeRole(of: ana.account.id, to: .viewer, at: "birch-college", by: max)
        }
        await #expect(throws: AccountError.notAllowed) {
            try await portal.accounts.changeRole(of: max.account.id, to: .viewer, at: "cedar-college", by: ana)
        }
        try await portal.accounts.changeRole.remove(Membership(.viewer, at: "cedar-college")!, of: ana.account.id, by: max)
        await #expect(throws: AccountError.unknown) {
            try await portal.accounts.changeRole(of: ana.account.id, to: .editor, at: "cedar-college", by: max)
        }
    }

    @Test func `an invitation that was taken back opens nothing`() async throws {
        let portal = try await AccountPortal()
        let max = try await portal.person("Max", Self.manager)
        let (account, link) = try await portal.accounts.invite(invitation(portal, "Ana", Self.editor), by: max)
        try await portal.accounts.changeRole.remove(Self.editor, of: account.id, by: max)
        let token = try #require(link.flatMap(AccountPortal.token))
        #expect(try await portal.accounts.acceptInvitation.look(token) == nil)
    }

    @Test func `a suspended account is shut at once and opened again by an operator`() async throws {
        let portal = try await AccountPortal()
        let boss = try await portal.person("Olive", Self.runner)
        let ana = try await portal.person("Ana", Self.editor)
        let max = try await portal.person("Max", Self.manager)
        await #expect(throws: AccountError.notAllowed) { try await portal.accounts.suspend(ana.account.id, by: max) }
        try await portal.accounts.suspend(ana.account.id, by: boss)
        #expect(try await portal.accounts.sessions.find(ana.token) == nil)
        await #expect(throws: AccountError.suspended) { try await portal.accounts.invite(invitation(portal, "Ana", Self.manager), by: max) }
        try await portal.accounts.suspend.restore(ana.account.id, by: boss)
        #expect(
            try await portal.accounts.signIn(email: portal.email("Ana"), password: AccountPortal.password, from: .home).session.stage
                == .full)
    }

    @Test func `the last operator cannot be taken away`() async throws {
        let portal = try await AccountPortal()
        let boss = try await portal.person("Olive", Self.runner)
        await #expect(throws: AccountError.own) { try await portal.accounts.suspend(boss.account.id, by: boss) }
        let second = try await portal.person("Oscar", Self.runner)
        // An operator who was invited and has not come runs nothing.
        try await portal.accounts.invite(invitation(portal, "Orla", Self.runner), by: boss)
        try await portal.accounts.suspend(boss.account.id, by: second)
        let stale = second
        await #expect(throws: AccountError.lastOperator) {
            try await portal.accounts.changeRole.remove(Self.runner, of: stale.account.id, by: boss)
        }
    }

    @Test func `no entry of the log holds a name, an address or a password`() async throws {
        let portal = try await AccountPortal()
        let boss = try await portal.person("Olive", Self.runner)
        let ana = try await portal.person("Ana", Self.editor)
        try await portal.accounts.changeProfile(ana, name: "Ana Tremblay", language: .fr)
        try await portal.accounts.changeEmail.request(ana, to: "ana@new.example", password: AccountPortal.password, from: .home)
        try await portal.accounts.changeEmail(try #require(try await portal.mailedToken(to: "ana@new.example")))
        try await portal.accounts.suspend(ana.account.id, by: boss)
        let log = try await portal.log()
        #expect(log.count >= 7)
        for entry in log {
            let text = [entry.actor.text, entry.act.rawValue, entry.subject, entry.oldValue ?? "", entry.newValue ?? ""].joined(
                separator: " ")
            #expect(
                !text.contains("Ana") && !text.contains("@") && !text.contains("Tremblay") && !text.contains(AccountPortal.password),
                "\(text)")
        }
    }

    @Test func `somebody erases their own account: nothing of theirs is left, and the log still holds together`() async throws {
        let portal = try await AccountPortal()
        let ana = try await portal.person("Ana", Self.editor)
        let (_, enrolled, _) = try await portal.enrol(ana)
        await #expect(throws: AccountError.wrong) { try await portal.accounts.erase(enrolled, password: "not it at all", from: .home) }
        try await portal.accounts.erase(enrolled, password: AccountPortal.password, from: .home)
        #expect(try await portal.accounts.sessions.find(enrolled.token) == nil)
        #expect(try await portal.accounts.staff.member(ana.account.id) == nil)
        let id = ana.account.id.rawValue
        let tables: [SQL] = [
            "institution_role", "account_password", "second_factor", "recovery_code", "account_session", "account_link", "known_network",
        ]
        let left = try await portal.database.read { connection in
            try tables.count { try connection.first("SELECT account FROM " + $0 + " WHERE account = ?", [.text(id)]) != nil }
        }
        #expect(left == 0)
        #expect(try await portal.log().contains { $0.act == .accountErased && $0.subject == id })
        // The address is free for another account.
        #expect(try await portal.accounts.invite.fromCommandLine(invitation(portal, "Ana", Self.editor)).account.id != ana.account.id)
    }

    @Test func `an operator erases what is suspended, and nobody the last operator`() async throws {
        let portal = try await AccountPortal()
        let boss = try await portal.person("Olive", Self.runner)
        let ana = try await portal.person("Ana", Self.manager)
        await #expect(throws: AccountError.notAllowed) { try await portal.accounts.erase(boss.account.id, by: ana) }
        await #expect(throws: AccountError.own) { try await portal.accounts.erase(boss.account.id, by: boss) }
        await #expect(throws: AccountError.notSuspended) { try await portal.accounts.erase(ana.account.id, by: boss) }
        try await portal.accounts.suspend(ana.account.id, by: boss)
        try await portal.accounts.erase(ana.account.id, by: boss)
        await #expect(throws: AccountError.unknown) { try await portal.accounts.erase(ana.account.id, by: boss) }
        await #expect(throws: AccountError.lastOperator) {
            try await portal.accounts.erase(boss, password: AccountPortal.password, from: .home)
        }
        #expect(try await portal.accounts.sessions.find(boss.token) != nil)
    }
}
