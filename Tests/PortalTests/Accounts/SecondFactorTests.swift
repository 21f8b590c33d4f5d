import Domain
import Portal
import Storage
import StorageSQLite
import Testing

/// The second factor: set up, asked for, used once, lost.
@Suite struct SecondFactorTests {
    private static let manager = Membership(.manager, at: "cedar-college")!

    /// RFC 6238, appendix B, the last six of its eight digits.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ])
    func `codes are those of the standard`(seconds: Int, code: String) {
        let timed = TimedCode(secret: Array("12345678901234567890".utf8))
        #expect(timed.code(atStep: TimedCode.step(at: Timestamp(milliseconds: Int64(seconds) * 1000))) == code)
    }

    @Test func `a code counts in its own half-minute and the ones beside it`() {
        let timed = TimedCode.random()
        let now = Timestamp(milliseconds: 1_795_453_200_000)
        let step = TimedCode.step(at: now)
        for away in -1...1 { #expect(timed.step(of: timed.code(atStep: step + away), at: now) == step + away) }
        for away in [-3, -2, 2, 3] where ![-1, 0, 1].map({ timed.code(atStep: step + $0) }).contains(timed.code(atStep: step + away)) {
            #expect(timed.step(of: timed.code(atStep: step + away), at: now) == nil)
        }
        let code = timed.code(atStep: step)
        #expect(timed.step(of: " \(code.prefix(3)) \(code.suffix(3))", at: now) == step)
        for wrong in ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"] { #expect(timed.step(of: wrong, at: now) == nil) }
    }

    @Test func `the key to type and the picture's address hold the same secret`() throws {
        let timed = TimedCode(secret: [0x48, 0x65, 0x6C, 0x6C, 0x6F, 0x21, 0xDE, 0xAD, 0xBE, 0xEF])
        #expect(timed.text.replacing(" ", with: "") == "JBSWY3DPEHPK3PXP")
        #expect(
            timed.address(issuer: "Mon portail", account: "ana@x.example")
                == "otpauth://totp/Mon%20portail:ana@x.example?secret=JBSWY3DPEHPK3PXP&issuer=Mon%20portail")
    }

    @Test func `managers and operators must set one up, others may`() async throws {
        let portal = try await AccountPortal()
        #expect(try await portal.person("Max", Self.manager).mustEnrol)
        #expect(try await portal.person("Olive", Membership(.operator)!).mustEnrol)
        #expect(try await !portal.person("Eve", Membership(.editor, at: "cedar-college")!).mustEnrol)
        let mia = try await portal.enrol(try await portal.person("Mia", Self.manager)).person
        #expect(!mia.mustEnrol && mia.hasSecondFactor)
    }

    @Test func `the secret is the same until it is confirmed, and sealed where it is kept`() async throws {
        let portal = try await AccountPortal()
        let person = try await portal.person("Max", Self.manager)
        let code = try await portal.accounts.enrol.begin(person)
        #expect(try await portal.accounts.enrol.begin(person).secret == code.secret)
        let kept = try #require(try await portal.database.read { try $0.secondFactor(of: person.account.id)?.pendingSecret })
        #expect(!kept.contains(code.text.replacing(" ", with: "")))
        await #expect(throws: AccountError.wrong) {
            try await portal.accounts.enrol.confirm(person, code: "000000", password: "", from: .home)
        }
    }

    @Test func `setting one up goes on under a new token and ends every other session`() async throws {
        let portal = try await AccountPortal()
        let person = try await portal.person("Max", Self.manager)
        let other = try await portal.accounts.signIn(email: portal.email("Max"), password: AccountPortal.password, from: .elsewhere)
        let enrolled = try await portal.enrol(person)
        #expect(enrolled.person.token != person.token)
        for token in [person.token, other.token] { #expect(try await portal.accounts.sessions.find(token) == nil) }
        #expect(enrolled.codes.count == 10 && Set(enrolled.codes).count == 10)
    }

    @Test func `after the password only the code opens the account, and a code opens it once`() async throws {
        let portal = try await AccountPortal()
        let enrolled = try await portal.enrol(try await portal.person("Max", Self.manager))
        portal.watch.advance(seconds: 90)
        let waiting = try await portal.accounts.signIn(email: portal.email("Max"), password: AccountPortal.password, from: .home)
        #expect(waiting.session.stage == .password)
        let code = enrolled.code.code(atStep: TimedCode.step(at: portal.now))
        let session = try await portal.accounts.passSecondFactor(code: code, session: waiting.token, from: .home)
        #expect(session.session.stage == .full && session.token != waiting.token)
        #expect(try await portal.accounts.sessions.find(waiting.token) == nil)
        let again = try await portal.accounts.signIn(email: portal.email("Max"), password: AccountPortal.password, from: .home)
        await #expect(throws: AccountError.wrong) {
            try await portal.accounts.passSecondFactor(code: code, session: again.token, from: .home)
        }
        // Nor does an earlier one that nobody used.
        let before = enrolled.code.code(atStep: TimedCode.step(at: portal.now) - 1)
        await #expect(throws: AccountError.wrong) {
            try await portal.accounts.passSecondFactor(code: before, session: again.token, from: .home)
        }
    }

    @Test func `the code that confirmed the app does not open a session as well`() async throws {
        let portal = try await AccountPortal()
        let enrolled = try await portal.enrol(try await portal.person("Max", Self.manager))
        let waiting = try await portal.accounts.signIn(email: portal.email("Max"), password: AccountPortal.password, from: .home)
        let code = enrolled.code.code(atStep: TimedCode.step(at: portal.now))
        await #expect(throws: AccountError.wrong) {
            try await portal.accounts.passSecondFactor(code: code, session: waiting.token, from: .home)
        }
    }

    @Test func `guessing codes is slowed down`() async throws {
        let portal = try await AccountPortal()
        let enrolled = try await portal.enrol(try await portal.person("Max", Self.manager))
        let waiting = try await portal.accounts.signIn(email: portal.email("Max"), password: AccountPortal.password, from: .home)
        var met: [AccountError] = []
        for _ in 0..<7 {
            do { _ = try await portal.accounts.passSecondFactor(code: "not one", session: waiting.token, from: .home) } catch {
                met.append(try #require(error as? AccountError))
            }
        }
        #expect(met.prefix(5).allSatisfy { $0 == .wrong } && met.suffix(2).allSatisfy { $0 == .wait(seconds: 2) }, "\(met)")
        portal.watch.advance(seconds: 62)
        let code = enrolled.code.code(atStep: TimedCode.step(at: portal.now))
        #expect(try await portal.accounts.passSecondFactor(code: code, session: waiting.token, from: .home).session.stage == .full)
    }

    @Test func `the wait between password and code is ten minutes at most`() async throws {
        let portal = try await AccountPortal()
        let enrolled = try await portal.enrol(try await portal.person("Max", Self.manager))
        let waiting = try await portal.accounts.signIn(email: portal.email("Max"), password: AccountPortal.password, from: .home)
        portal.watch.advance(seconds: 600)
        let code = enrolled.code.code(atStep: TimedCode.step(at: portal.now))
        await #expect(throws: AccountError.unknown) {
            try await portal.accounts.passSecondFactor(code: code, session: waiting.token, from: .home)
        }
    }

    @Test func `a recovery code opens the account once, and is written into the log`() async throws {
        let portal = try await AccountPortal()
        let enrolled = try await portal.enrol(try await portal.person("Max", Self.manager))
        let code = try #require(enrolled.codes.first)
        let typed = " " + code.text.lowercased().replacing("-", with: " ")
        for isFirst in [true, false] {
            let waiting = try await portal.accounts.signIn(email: portal.email("Max"), password: AccountPortal.password, from: .home)
            if isFirst {
                let session = try await portal.accounts.passSecondFactor(recoveryCode: typed, session: waiting.token, from: .home)
                #expect(session.session.stage == .full)
                #expect(try await portal.accounts.makeRecoveryCodes.left(try await portal.again(session)) == 9)
            } else {
                await #expect(throws: AccountError.wrong) {
                    try await portal.accounts.passSecondFactor(recoveryCode: typed, session: waiting.token, from: .home)
                }
            }
        }
        #expect(try await portal.log().contains { $0.act == .recoveryCodeUsed && $0.newValue == "9" })
    }

    @Test func `another app, or other recovery codes, take the password`() async throws {
        let portal = try await AccountPortal()
        let enrolled = try await portal.enrol(try await portal.person("Max", Self.manager))
        let next = try await portal.accounts.enrol.begin(enrolled.person)
        #expect(next.secret != enrolled.code.secret)
        let code = next.code(atStep: TimedCode.step(at: portal.now))
        await #expect(throws: AccountError.wrong) {
            try await portal.accounts.enrol.confirm(enrolled.person, code: code, password: "", from: .home)
        }
        await #expect(throws: AccountError.wrong) {
            try await portal.accounts.makeRecoveryCodes(enrolled.person, password: "", from: .home)
        }
        // Until the new one is confirmed the old one counts.
        #expect(try await portal.database.read { try $0.secondFactor(of: enrolled.person.account.id)?.sealedSecret } != nil)
        let (session, codes) = try await portal.accounts.enrol.confirm(
            enrolled.person, code: code, password: AccountPortal.password, from: .home)
        let person = try await portal.again(session)
        #expect(Set(codes).isDisjoint(with: enrolled.codes))
        let made = try await portal.accounts.makeRecoveryCodes(person, password: AccountPortal.password, from: .home)
        #expect(Set(made).isDisjoint(with: codes))
    }

    @Test func `an operator takes a lost second factor away, and its owner is told`() async throws {
        let portal = try await AccountPortal()
        let enrolled = try await portal.enrol(try await portal.person("Max", Self.manager))
        let boss = try await portal.person("Olive", Membership(.operator)!)
        await #expect(throws: AccountError.notAllowed) { try await portal.accounts.resetSecondFactor(boss.account.id, by: enrolled.person) }
        try await portal.accounts.resetSecondFactor(enrolled.person.account.id, by: boss)
        #expect(try await portal.accounts.sessions.find(enrolled.person.token) == nil)
        #expect(try await portal.mail(to: portal.email("Max")).last?.kind == "secondFactorReset")
        let session = try await portal.accounts.signIn(email: portal.email("Max"), password: AccountPortal.password, from: .home)
        #expect(try await portal.again(session).mustEnrol)
    }
}
