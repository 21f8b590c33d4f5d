import Domain
import HTTPTypes
import Portal
import Storage
import StorageSQLite
import Testing
import Web

/// The institution's inbox, its rules, and mail that comes in.
@Suite struct InboxPageTests {
    private static let inbox = "/en/console/institutions/northern-lakes/inquiries"

    @Test func `an inquiry is opened, assigned, noted, answered and closed, and the employer sees what concerns them`() async throws {
        let visitor = InquiryVisitor(portal: try await ConsolePortal())
        let portal = visitor.portal
        let token = try await visitor.send(["dementia"])
        let editor = try await portal.person("Eve", Membership(.editor, at: ConsolePortal.institution)!)
        let path = Self.inbox + "/" + (try await visitor.delivery())
        #expect(try await editor.get(Self.inbox).text.contains("Plant &amp; Sons"))
        let opened = try await editor.get(path)
        #expect(opened.status == 200 && opened.text.contains("&lt;b&gt;twelve"))
        let status = visitor.links.path(.inquiryStatus, id: token)
        #expect(try await portal.client.get(status).markup().withClass("status-opened").count == 1)
        #expect(try await editor.post(path, [("act", "assign"), ("assignee", editor.account.id.rawValue)]).status == 303)
        #expect(try await editor.get(Self.inbox + "?show=mine").text.contains("Ana Roy"))
        #expect(try await editor.post(path, [("act", "note"), ("note", "Ask the dean")]).status == 303)
        #expect(try await editor.post(path, [("act", "reply"), ("reply", " ")]).status == 400)
        #expect(try await editor.post(path, [("act", "reply"), ("reply", "Yes,\nwe can.")]).status == 303)
        let seen = try await portal.client.get(status).text
        #expect(seen.contains("we can.") && !seen.contains("Ask the dean"))
        #expect(try await portal.mailedPath(to: InquiryVisitor.email) == status)
        #expect(try await editor.post(path, [("act", "close"), ("outcome", "withdrawn")]).status == 400)
        #expect(try await editor.post(path, [("act", "close"), ("outcome", "training-agreed")]).status == 303)
        #expect(try await editor.get(Self.inbox + "?show=closed").text.contains("Ana Roy"))
        #expect(try await editor.get(Self.inbox).text.contains("Ana Roy") == false)
    }

    @Test func `a viewer looks and leaves no trace, the neighbour finds nothing`() async throws {
        let visitor = InquiryVisitor(portal: try await ConsolePortal())
        let portal = visitor.portal
        let token = try await visitor.send(["dementia"])
        let id = try await visitor.delivery()
        let viewer = try await portal.person("Vic", Membership(.viewer, at: ConsolePortal.institution)!)
        let page = try await viewer.get(Self.inbox + "/" + id)
        #expect(page.status == 200)
        #expect(try page.markup().all("textarea").isEmpty)
        #expect(try await viewer.post(Self.inbox + "/" + id, [("act", "reply"), ("reply", "x")]).status == 403)
        #expect(try await viewer.get("/en/console/institutions/northern-lakes/routing").status == 403)
        let status = visitor.links.path(.inquiryStatus, id: token)
        #expect(try await portal.client.get(status).markup().withClass("status-opened").isEmpty)
        let neighbour = try await portal.person("Zoe", Membership(.manager, at: ConsolePortal.neighbour)!)
        #expect(try await neighbour.get(Self.inbox + "/" + id).status == 403)
        // Nor through the own institution's path.
        let own = "/en/console/institutions/ecole-du-fer/inquiries/" + id
        #expect(try await neighbour.get(own).status == 404)
        #expect(try await neighbour.post(own, [("act", "note"), ("note", "x")]).status == 404)
    }

    @Test func `what waits for its employer is in nobody's inbox`() async throws {
        let visitor = InquiryVisitor(portal: try await ConsolePortal())
        let token = try await visitor.begin(["dementia"])
        _ = try await visitor.portal.client.post(visitor.links.path(.inquiryDraft, id: token), InquiryVisitor.fields)
        _ = try await visitor.portal.client.post(visitor.links.path(.inquiryCheck, id: token), [("consent", "2026-11")])
        let editor = try await visitor.portal.person("Eve", Membership(.editor, at: ConsolePortal.institution)!)
        #expect(try await editor.get(Self.inbox).text.contains("Ana Roy") == false)
        #expect(try await editor.get(Self.inbox + "/" + (try await visitor.delivery())).status == 404)
    }

    @Test func `managers set offices and rules, and try them out`() async throws {
        let portal = try await ConsolePortal()
        let manager = try await portal.person("Max", Membership(.manager, at: ConsolePortal.institution)!)
        let path = "/en/console/institutions/northern-lakes/routing"
        let half = try await manager.post(path, [("act", "add-mailbox"), ("label-en", "Careers"), ("address", "x"), ("hours", "0")])
        #expect(half.status == 400)
        for field in ["label-fr", "address", "hours"] { #expect(try half.markup().withID("\(field)-error") != nil) }
        for (name, address) in [("General", "general@lakes.example"), ("Careers", "careers@lakes.example")] {
            let fields = [("act", "add-mailbox"), ("label-en", name), ("label-fr", name), ("address", address), ("hours", "24")]
            #expect(try await manager.post(path, fields).status == 303)
        }
        let mailbox = try #require(try await portal.inquiries.routing(at: ConsolePortal.institution).mailboxes.last)
        #expect(try await manager.post(path, [("act", "add-rule"), ("mailbox", mailbox.id.rawValue)]).status == 400)
        let rule = [("act", "add-rule"), ("mailbox", mailbox.id.rawValue), ("purpose", "hire-graduates"), ("place", "Timmins")]
        #expect(try await manager.post(path, rule).status == 303)
        let fits = try await manager.get(path + "?try=1&try-purpose=hire-graduates&try-place=Timmins&try-language=fr")
        #expect(fits.text.contains("careers@lakes.example") && fits.text.contains("Rule 1 decides."))
        let other = try await manager.get(path + "?try=1&try-purpose=train-staff&try-place=Timmins")
        #expect(try other.markup().withClass("notice").first?.text.contains("general@lakes.example") == true)
        #expect(try await manager.post(path, [("act", "schedule"), ("reminder", "12"), ("escalation", "x")]).status == 400)
        #expect(try await manager.post(path, [("act", "schedule"), ("reminder", "12"), ("escalation", "0")]).status == 303)
        #expect(try await manager.post(path, [("act", "remove-mailbox"), ("target", mailbox.id.rawValue)]).status == 303)
        let routing = try await portal.inquiries.routing(at: ConsolePortal.institution)
        #expect(routing.mailboxes.count == 1 && routing.rules.isEmpty && routing.reminderHours == 12 && routing.escalationHours == 0)
    }

    @Test func `mail that a service hands over is kept, and only with the secret`() async throws {
        let visitor = InquiryVisitor(portal: try await ConsolePortal())
        let portal = visitor.portal
        let token = try await visitor.send(["dementia"])
        let address = try await portal.database.read { connection in
            try #require(try connection.first("SELECT reply_to FROM outbox WHERE kind = 'inquiryReceived'")).text("reply_to")
        }
        let message = Array("From: office@lakes.example\r\nTo: \(address)\r\nMessage-ID: <1@lakes.example>\r\n\r\nBy mail <i>\r\n".utf8)
        let secret = ["Authorization": "Bearer " + ConsolePortal.mailSecret]
        for headers in [[:], ["Authorization": "Bearer no"], ["Authorization": ConsolePortal.mailSecret]] {
            #expect(try await portal.client.send(.post, "/api/v1/mail", headers: headers, body: message).status == 401)
        }
        for outcome in ["recorded", "again"] {
            let answer = try await portal.client.send(.post, "/api/v1/mail", headers: secret, body: message)
            #expect(answer.status == 200)
            #expect(try answer.object()["outcome"] as? String == outcome)
        }
        let nobody = Array("From: a@b.example\r\nTo: reply@in.tremplin.example\r\n\r\nHello".utf8)
        #expect(try await portal.client.send(.post, "/api/v1/mail", headers: secret, body: nobody).status == 404)
        #expect(try await portal.client.send(.post, "/api/v1/mail", headers: secret, body: Array("x".utf8)).status == 400)
        #expect(try await portal.client.get("/api/v1/mail").status == 405)
        let page = try await portal.client.get(visitor.links.path(.inquiryStatus, id: token))
        #expect(page.text.contains("By mail &lt;i&gt;"))
        #expect(try page.markup().withClass("status-replied").count == 1)
    }
}
