import Domain
import Storage
import Testing
import Web

/// The employer's pages, from the basket to the answer.
@Suite struct InquiryPageTests {
    @Test(arguments: Language.allCases) func `the basket lives in its address, and says what to do when it is empty`(language: Language)
        async throws
    {
        let visitor = InquiryVisitor(portal: try await ConsolePortal(), language: language)
        let client = visitor.portal.client
        let empty = try await client.get(visitor.links.inquiry()).markup()
        #expect(empty.all("a").contains { $0["href"] == visitor.links.employers })
        let full = try await client.get(visitor.links.inquiry(ProgramCodes(["dementia", "soudage"]), institutions: ["ecole-du-fer"]))
            .markup()
        #expect(full.meta("robots") == "noindex")
        // The institution is there once: a program of it is asked about already.
        #expect(full.withClass("inquiry-groups").count == 1 && full.all("h2").count == 3)
        let less = full.all("a").compactMap { $0["href"] }.filter { $0.hasPrefix(visitor.links.path(.inquiry) + "?") }
        #expect(less.contains(visitor.links.inquiry(ProgramCodes(["dementia"]))))
        let added = try await client.get(visitor.links.path(.inquiry) + "?add=" + ProgramCodes.code("dementia"))
        #expect(added.status == 303 && added.header("Location") == visitor.links.inquiry(ProgramCodes(["dementia"])))
        #expect(try await client.post(visitor.links.path(.inquiry), []).status == 400)
    }

    @Test(arguments: Language.allCases) func `an institution is asked from the results of a search`(language: Language) async throws {
        let visitor = InquiryVisitor(portal: try await ConsolePortal(), language: language)
        let page = try await visitor.portal.client.get(visitor.links.search).markup()
        let asks = page.all("a").compactMap { $0["href"] }.filter { $0.hasPrefix(visitor.links.path(.inquiry) + "?") }
        #expect(asks.contains(visitor.links.inquiry(ProgramCodes(["dementia"]))))
        #expect(asks.count == page.all("article").count)
        // Learners are not asked whether they are employers.
        let job = try await visitor.portal.client.get(visitor.links.recommendations(for: "personal support worker")).markup()
        #expect(!job.all("article").isEmpty)
        #expect(!job.all("a").contains { $0["href"]?.hasPrefix(visitor.links.path(.inquiry) + "?") == true })
        let basket = try await visitor.portal.client.get(visitor.links.inquiry(ProgramCodes(["dementia"]))).markup()
        #expect(basket.all("p").contains { $0["data-basket"] == ProgramCodes.code("dementia") && $0["hidden"] != nil })
    }

    @Test func `where the mail to an office came back, the employer and the staff read so`() async throws {
        let visitor = InquiryVisitor(portal: try await ConsolePortal())
        let portal = visitor.portal
        let token = try await visitor.send(["dementia"])
        let delivery = try await visitor.delivery()
        try await portal.database.write { connection in
            try connection.execute(
                "UPDATE outbox SET state = 'dead', finished_at = 1 WHERE id = (SELECT mail FROM inquiry_delivery WHERE id = ?)",
                [.text(delivery)])
        }
        let texts = Texts.ofSample(.en)
        let status = try await portal.client.get(visitor.links.path(.inquiryStatus, id: token))
        #expect(try status.markup().withClass("status-queued").first?.text == texts("inquiry.state.inboxOnly"))
        let manager = try await portal.person("Max", Membership(.manager, at: ConsolePortal.institution)!)
        let inbox = try await manager.get("/en/console/institutions/northern-lakes/inquiries/" + delivery).markup()
        #expect(inbox.withClass("care-notice").contains { $0.text.contains(texts("inbox.mailFailedRouting")) })
    }

    @Test func `what was typed stays, with a sentence beside what is missing, and comes back by the private address`() async throws {
        let visitor = InquiryVisitor(portal: try await ConsolePortal())
        let client = visitor.portal.client
        let token = try await visitor.begin()
        let path = visitor.links.path(.inquiryDraft, id: token)
        let wrong = try await client.post(path, [("message", "Twelve <aides>"), ("email", "ana@"), ("purpose", "both"), ("act", "check")])
        #expect(wrong.status == 400 && wrong.header("Cache-Control") == "no-store")
        let page = try wrong.markup()
        for field in ["name", "organisation", "email"] { #expect(page.withID("\(field)-error") != nil) }
        #expect(page.withID("email")?["value"] == "ana@" && page.withID("message")?.text.contains("Twelve <aides>") == true)
        let back = try await client.get(path)
        #expect(back.text.contains("Twelve &lt;aides&gt;"))
        #expect(try back.markup().meta("robots") == "noindex")
        let kept = try await client.post(path, [("message", "Other"), ("act", "keep")])
        #expect(kept.status == 303 && kept.header("Location") == path + "?kept=1")
        #expect(try await client.get(path + "?kept=1").markup().withClass("private-link").first?.text.hasSuffix(path) == true)
        let trapped = try await client.post(path, InquiryVisitor.fields.map { ($0.0, $0.0 == "website" ? "http://x" : $0.1) })
        #expect(trapped.status == 400)
    }

    @Test func `who exactly receives it is shown before it goes, and nothing goes without consent`() async throws {
        let visitor = InquiryVisitor(portal: try await ConsolePortal())
        let client = visitor.portal.client
        let manager = try await visitor.portal.person("Max", Membership(.manager, at: ConsolePortal.institution)!)
        _ = try await manager.post(
            "/en/console/institutions/northern-lakes/routing",
            [
                ("act", "add-mailbox"), ("label-en", "Corporate training"), ("label-fr", "Formation en entreprise"),
                ("address", "corp@lakes.example"), ("hours", "8"),
            ])
        let token = try await visitor.begin()
        #expect(try await client.get(visitor.links.path(.inquiryCheck, id: token)).status == 303)
        _ = try await client.post(visitor.links.path(.inquiryDraft, id: token), InquiryVisitor.fields)
        let check = visitor.links.path(.inquiryCheck, id: token)
        let page = try await client.get(check)
        #expect(page.text.contains("Corporate training") && page.text.contains("within 8 hours") && page.text.contains("&lt;b&gt;twelve"))
        // Addresses of offices and staff are no business of the public's.
        #expect(!page.text.contains("corp@lakes.example") && !page.text.contains("team@portal.example"))
        let refused = try await client.post(check, [])
        #expect(refused.status == 400)
        #expect(try refused.markup().withID("consent-error") != nil)
        #expect(try await visitor.portal.mailedPath(to: InquiryVisitor.email) == nil)
    }

    @Test func `the mailbox says yes, the draft's link dies, and the status page is private`() async throws {
        let visitor = InquiryVisitor(portal: try await ConsolePortal())
        let client = visitor.portal.client
        let draft = try await visitor.begin()
        _ = try await client.post(visitor.links.path(.inquiryDraft, id: draft), InquiryVisitor.fields)
        _ = try await client.post(visitor.links.path(.inquiryCheck, id: draft), [("consent", "2026-11")])
        #expect(try await client.get(visitor.links.path(.inquiryStatus, id: draft)).text.contains(InquiryVisitor.email))
        let path = try #require(try await visitor.portal.mailedPath(to: InquiryVisitor.email))
        // To look uses nothing up.
        for _ in 0..<2 { #expect(try await client.get(path).status == 200) }
        let confirmed = try await client.post(path)
        let status = try #require(confirmed.header("Location"))
        #expect(confirmed.status == 303 && !status.contains(draft))
        #expect(try await client.post(path).status == 410)
        #expect(try await client.get(path).status == 410)
        #expect(try await client.get(visitor.links.path(.inquiryStatus, id: draft)).status == 410)
        let page = try await client.get(status)
        #expect(page.status == 200 && page.header("Cache-Control") == "no-store" && page.header("Referrer-Policy") == "same-origin")
        #expect(try page.markup().withClass("delivery").count == 2 && page.markup().meta("robots") == "noindex")
        for wrong in ["x", String(repeating: "A", count: 43)] {
            #expect(try await client.get(visitor.links.path(.inquiryStatus, id: wrong)).status == 410)
        }
    }

    @Test func `the employer writes again, closes and erases by the private link`() async throws {
        let visitor = InquiryVisitor(portal: try await ConsolePortal())
        let client = visitor.portal.client
        let token = try await visitor.send(["dementia"])
        let delivery = try await visitor.delivery()
        let path = visitor.links.path(.inquiryStatus, id: token)
        let empty = try await client.post(path, [("delivery", delivery), ("act", "write"), ("message-\(delivery)", " ")])
        #expect(empty.status == 400)
        #expect(
            try await client.post(path, [("delivery", delivery), ("act", "write"), ("message-\(delivery)", "And in May?")]).status == 303)
        #expect(try await client.post(path, [("delivery", delivery), ("act", "close")]).status == 303)
        let page = try await client.get(path)
        #expect(page.text.contains("And in May?"))
        #expect(try page.markup().withClass("status-closed").count == 1)
        #expect(try await client.post(path, [("delivery", "other"), ("act", "close")]).status == 410)
        let erase = visitor.links.path(.inquiryErase, id: token)
        #expect(try await client.get(erase).status == 200)
        #expect(try await client.post(erase).status == 200)
        #expect(try await client.get(path).status == 410)
    }
}
