import Domain
import Portal
import Storage
import StorageSQLite
import Testing

@Suite struct ReceiveReplyTests {
    @Test func `answers from both sides are kept and passed on in one thread`() async throws {
        let portal = try await InquiryPortal()
        let status = try await portal.sent(["weld"])
        let received = try #require(try await portal.mails().last { $0.kind == "inquiryReceived" })
        let office = try #require(received.replyTo)
        #expect(office.hasPrefix("reply+") && office.hasSuffix("@in.portal.example"))
        #expect(
            try await portal.receive(office.uppercased(), "We can.\n\n> We need twelve", id: "o1", from: "office@cedar.example")
                == .recorded)
        let reply = try #require(try await portal.mails().last)
        #expect(reply.kind == "inquiryReply" && reply.recipient == "ana@plant.example" && reply.text.hasPrefix("We can."))
        #expect(reply.answers == [received.id, "<o1@plant.example>"])
        #expect(try await portal.receive(try #require(reply.replyTo), "Good, when?", id: "e1") == .recorded)
        let further = try #require(try await portal.mails().last)
        #expect(further.kind == "inquiryFurther" && further.answers == [received.id, "<o1@plant.example>", "<e1@plant.example>"])
        let entry = try #require(try await portal.services.follow(status).deliveries.first)
        #expect(entry.delivery.status == .replied)
        #expect(entry.messages.map(\.side) == [.institution, .employer] && entry.messages.map(\.text) == ["We can.", "Good, when?"])
    }

    @Test func `the same mail twice, side by side, is one message and one mail`() async throws {
        let portal = try await InquiryPortal()
        _ = try await portal.sent(["weld"])
        let office = try #require(try await portal.mails().last { $0.kind == "inquiryReceived" }?.replyTo)
        let outcomes = try await withThrowingTaskGroup(of: ReceiveReply.Outcome.self) { group in
            for _ in 0..<4 { group.addTask { try await portal.receive(office, "Yes", id: "same") } }
            return try await group.reduce(into: [ReceiveReply.Outcome]()) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 == .recorded }.count == 1 && outcomes.filter { $0 == .again }.count == 3)
        #expect(try await portal.mails().filter { $0.kind == "inquiryReply" }.count == 1)
    }

    @Test func `a wrong address, an empty mail, the portal's own and a flood change nothing`() async throws {
        let portal = try await InquiryPortal()
        let status = try await portal.sent(["weld"])
        let office = try #require(try await portal.mails().last { $0.kind == "inquiryReceived" }?.replyTo)
        let wrong = "reply+" + String(repeating: "0", count: 32) + "@in.portal.example"
        #expect(try await portal.receive(wrong, "Yes", id: "a") == .unknown)
        #expect(try await portal.receive(office.replacing("in.portal", with: "evil"), "Yes", id: "b") == .unknown)
        #expect(try await portal.receive(office, "> only quoted", id: "c") == .empty)
        #expect(try await portal.receive(office, "", id: "d") == .empty)
        #expect(try await portal.receive(office, "Yes", id: "e", from: "reply@in.portal.example") == .loop)
        #expect(try await portal.services.receive(Array("nonsense".utf8)) == .notAMessage)
        #expect(
            try await portal.services.receive(Array("From: a@b.example\nTo: \(office)\nAuto-Submitted: auto-replied\n\nAway".utf8))
                == .automatic)
        var last = ReceiveReply.Outcome.recorded
        for number in 0..<60 where last == .recorded { last = try await portal.receive(office, "Yes", id: "f\(number)") }
        #expect(last == .tooMany)
        #expect(try await portal.services.follow(status).deliveries.first?.messages.count == 40)
    }

    @Test func `where no mail comes in, answers go straight to the other side`() async throws {
        let portal = try await InquiryPortal(replies: false)
        _ = try await portal.sent(["weld"])
        #expect(!portal.services.receive.isOpen)
        #expect(try await portal.mails().last { $0.kind == "inquiryReceived" }?.replyTo == "ana@plant.example")
    }

    @Test func `no link and no address to answer to stands in the database`() async throws {
        let portal = try await InquiryPortal()
        let status = try await portal.sent(["weld"])
        let office = try #require(try await portal.mails().last { $0.kind == "inquiryReceived" }?.replyTo)
        let key = String(office.dropFirst(6).prefix(32))
        let stored = try await portal.small.database.read { connection in
            try ["SELECT * FROM inquiry", "SELECT * FROM inquiry_delivery", "SELECT * FROM inquiry_message"].flatMap {
                try connection.query(SQL(stringLiteral: $0)).map { "\($0.values)" }
            }.joined()
        }
        #expect(!stored.contains(status.text) && !stored.contains(key))
    }
}
