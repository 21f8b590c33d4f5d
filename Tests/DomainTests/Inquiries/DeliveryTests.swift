import Domain
import Testing

@Suite struct DeliveryTests {
    private func delivery(_ status: Delivery.Status = .waiting) throws -> Delivery {
        Delivery(
            id: "d", inquiry: "i", institution: "cedar", status: status,
            mailbox: Destination(kind: .portal, address: try #require(EmailAddress("a@b.example"))))
    }

    @Test func `from the employer's word to the end every step bears its time`() throws {
        var delivery = try delivery()
        for (second, event) in [Delivery.Event.verified, .handedOver, .looked, .replied, .closed].enumerated() {
            let happened = delivery.apply(event, at: Timestamp(milliseconds: Int64(second)))
            #expect(happened)
        }
        #expect(delivery.status == .closed)
        let times = [delivery.queuedAt, delivery.sentAt, delivery.openedAt, delivery.repliedAt, delivery.closedAt]
        #expect(times.map { $0?.milliseconds } == [0, 1, 2, 3, 4])
    }

    @Test func `nothing happens to what nobody has confirmed`() throws {
        for event in Delivery.Event.allCases where event != .verified {
            var delivery = try delivery()
            let happened = delivery.apply(event, at: Timestamp(milliseconds: 1))
            #expect(!happened && delivery.status == .waiting)
        }
    }

    @Test func `a later step is never taken back by an earlier event`() throws {
        let order = Delivery.Status.allCases
        for status in order.dropFirst() {
            for event in Delivery.Event.allCases {
                let next = try #require(status.after(event))
                let isBack = order.firstIndex(of: next)! < order.firstIndex(of: status)!
                // A closed one is taken up again when either side writes.
                #expect(!isBack || (status == .closed && (event == .asked || event == .replied)), "\(status) \(event) \(next)")
            }
        }
    }

    @Test func `the first reply counts, and opens what nobody had looked at`() throws {
        var delivery = try delivery(.queued)
        _ = delivery.apply(.replied, at: Timestamp(milliseconds: 5))
        _ = delivery.apply(.replied, at: Timestamp(milliseconds: 9))
        #expect(delivery.repliedAt?.milliseconds == 5 && delivery.openedAt?.milliseconds == 5)
    }
}
