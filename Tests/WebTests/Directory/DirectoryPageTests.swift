import Domain
import Portal
import Storage
import StorageSQLite
import Testing
import Web

/// Employers say that institutions may contact them: verified, shown without an address, changed, paused, ended.
@Suite struct DirectoryPageTests {
    @Test func `nobody is listed before the address is verified, and looking verifies nothing`() async throws {
        let portal = try await ConsolePortal()
        let employer = DirectoryVisitor(portal: portal)
        let viewer = try await portal.person("Vera", Membership(.viewer, at: ConsolePortal.institution)!)
        #expect(try await employer.join().status == 200)
        let link = try #require(try await portal.mailedPath(to: DirectoryVisitor.address))
        #expect(link.hasPrefix("/fr/employeurs/confirmation-au-repertoire/"))
        #expect(try await portal.client.get(link).status == 200)
        #expect(!(try await viewer.get(DirectoryVisitor.board).text.contains("Northern Works")))
        #expect(try await employer.consents() == [])
        let own = try #require(try await portal.client.post(link).header("Location"))
        #expect(try await portal.client.post(link).status == 410)
        #expect(try await portal.client.get(link).status == 410)
        #expect(try await portal.client.get(own).status == 200)
        let board = try await viewer.get(DirectoryVisitor.board)
        #expect(try board.markup().contains(text: "Northern Works") && !board.text.contains(DirectoryVisitor.address))
        #expect(try await employer.consents() == ["directory given link"])
    }

    @Test func `every mistake is a sentence beside its field, what was typed is kept, and nothing is written`() async throws {
        let portal = try await ConsolePortal()
        let employer = DirectoryVisitor(portal: portal)
        let cases = [
            ("organisation", "organisation-error"), ("contact", "contact-error"), ("interests", "interests-error"),
            ("industries", "industries-error"), ("consent", "consent-error"),
        ]
        for (field, error) in cases {
            let answer = try await employer.join(without: [field])
            #expect(answer.status == 400, "\(field)")
            #expect(try answer.markup().all("p").contains { $0["id"] == error }, "\(field)")
            #expect(answer.text.contains("Robots, nights &amp; weekends"))
        }
        #expect(try await employer.join([("email", "nobody@here")]).status == 400)
        #expect(try await portal.database.read { try $0.query("SELECT 1 FROM directory_entry").count } == 0)
        #expect(try await employer.mails().isEmpty)
    }

    @Test func `three mails a day go to an address, whoever types it`() async throws {
        let portal = try await ConsolePortal()
        let employer = DirectoryVisitor(portal: portal)
        for _ in 0..<3 { #expect(try await employer.join().status == 200) }
        #expect(try await employer.join().status == 429)
        #expect(try await employer.mails().count == 3)
        portal.watch.advance(seconds: 86_401)
        #expect(try await employer.join().status == 200)
    }

    @Test func `an address that joins again changes its one entry and keeps what it refused`() async throws {
        let portal = try await ConsolePortal()
        let employer = DirectoryVisitor(portal: portal)
        let first = try await employer.listed()
        let editor = try await portal.person("Edith", Membership(.editor, at: ConsolePortal.institution)!)
        _ = try await editor.post(DirectoryVisitor.outreach, DirectoryVisitor.message(try await employer.entry(), act: "send"))
        #expect(try await portal.client.post(try await employer.unsubscribe()).status == 200)
        let second = try await employer.listed()
        #expect(first == second)
        #expect(try await portal.database.read { try $0.query("SELECT 1 FROM directory_entry").count } == 1)
        #expect(!(try await editor.get(DirectoryVisitor.board).text.contains("Northern Works")))
    }

    @Test func `the owner changes, hides, shows, keeps and ends the entry, and the ledger says so`() async throws {
        let portal = try await ConsolePortal()
        let employer = DirectoryVisitor(portal: portal)
        let viewer = try await portal.person("Vera", Membership(.viewer, at: ConsolePortal.institution)!)
        let own = try await employer.listed()
        let changed = DirectoryVisitor.form.filter { $0.0 != "organisation" } + [("organisation", "Southern Works"), ("act", "change")]
        #expect(try await portal.client.post(own, changed).status == 303)
        #expect(try await viewer.get(DirectoryVisitor.board).text.contains("Southern Works"))
        let poor = DirectoryVisitor.form.filter { $0.0 != "industries" } + [("act", "change")]
        #expect(try await portal.client.post(own, poor).status == 400)
        #expect(try await portal.client.post(own, [("act", "pause")]).status == 303)
        #expect(!(try await viewer.get(DirectoryVisitor.board).text.contains("Southern Works")))
        for act in ["resume", "keep"] { #expect(try await portal.client.post(own, [("act", act)]).status == 303) }
        #expect(try await viewer.get(DirectoryVisitor.board).text.contains("Southern Works"))
        #expect(try await portal.client.post(own, [("act", "nonsense")]).status == 400)
        #expect(try await portal.client.post(own, [("act", "withdraw")]).status == 200)
        #expect(try await portal.client.get(own).status == 410)
        #expect(
            Set(try await employer.consents()) == [
                "directory given link", "directory changed page", "directory paused page", "directory resumed page",
                "directory renewed page", "directory withdrawn page",
            ])
    }

    @Test func `a year passes: one mail asks, keeping it gives another year, and otherwise it is erased`() async throws {
        let portal = try await ConsolePortal()
        let directory = try #require(portal.services.directory)
        let employer = DirectoryVisitor(portal: portal)
        let own = try await employer.listed()
        let day = 86_400
        portal.watch.advance(seconds: 334 * day)
        _ = try await directory.eraseExpired()
        #expect(try await employer.mails().count == 2)
        portal.watch.advance(seconds: 2 * day)
        for _ in 0..<2 { _ = try await directory.eraseExpired() }
        let mails = try await employer.mails()
        #expect(try mails.map { try $0.text("kind") } == ["directoryConfirmation", "directoryListed", "directoryEnding"])
        #expect(try await portal.mailedPath(to: DirectoryVisitor.address)?.hasSuffix(own.split(separator: "/").last ?? "-") == true)
        #expect(try await portal.client.post(own, [("act", "keep")]).status == 303)
        portal.watch.advance(seconds: 364 * day)
        _ = try await directory.eraseExpired()
        #expect(try await portal.client.get(own).status == 200)
        portal.watch.advance(seconds: day)
        #expect(try await portal.client.get(own).status == 410)
        _ = try await directory.eraseExpired()
        #expect(try await portal.database.read { try $0.query("SELECT 1 FROM directory_entry").count } == 0)
        #expect(try await employer.consents().contains("directory expired time"))
    }

    @Test func `an entry nobody confirmed is erased after three days, and the ledger knows nothing of it`() async throws {
        let portal = try await ConsolePortal()
        let employer = DirectoryVisitor(portal: portal)
        _ = try await employer.join()
        portal.watch.advance(seconds: 3 * 86_400)
        let link = try #require(try await portal.mailedPath(to: DirectoryVisitor.address))
        #expect(try await portal.client.post(link).status == 410)
        _ = try await portal.services.directory?.eraseExpired()
        #expect(try await portal.database.read { try $0.query("SELECT 1 FROM directory_entry").count } == 0)
        #expect(try await employer.consents() == [])
    }
}
