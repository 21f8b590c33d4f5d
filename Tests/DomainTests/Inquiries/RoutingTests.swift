import Domain
import Testing

@Suite struct RoutingTests {
    private static let portal = EmailAddress("team@portal.example")!

    private static func mailbox(_ number: Int) -> Mailbox {
        Mailbox(
            id: Mailbox.ID("m\(number)"), address: EmailAddress("office\(number)@cedar.example")!,
            label: LocalizedText(en: "Office \(number)"),
            replyHours: 24)
    }

    private func routing(_ rules: [RoutingRule], general: Mailbox.ID? = nil) -> InquiryRouting {
        InquiryRouting(mailboxes: (0..<3).map(Self.mailbox), rules: rules, general: general)
    }

    private func address(_ routing: InquiryRouting, _ subject: RoutingSubject) -> String {
        routing.destination(of: subject, managers: [], portal: Self.portal).destination.address.text
    }

    @Test func `the first rule that fits decides`() {
        let routing = routing(
            [
                RoutingRule(id: "r1", purpose: .hireGraduates, mailbox: "m1"), RoutingRule(id: "r2", place: "Sudbury", mailbox: "m2"),
            ], general: "m0")
        #expect(address(routing, RoutingSubject(purpose: .hireGraduates, places: ["Sudbury"], language: .en)) == "office1@cedar.example")
        #expect(
            address(routing, RoutingSubject(purpose: .trainStaff, places: ["Greater SUDBURY, ON"], language: .en))
                == "office2@cedar.example")
        #expect(address(routing, RoutingSubject(purpose: .trainStaff, places: ["Sudburyville"], language: .en)) == "office0@cedar.example")
        #expect(address(routing, RoutingSubject(purpose: .both, language: .en)) == "office1@cedar.example")
        #expect(address(routing, RoutingSubject(purpose: .question, language: .en)) == "office0@cedar.example")
    }

    @Test func `every condition of a rule must hold`() {
        let rule = RoutingRule(id: "r", purpose: .trainStaff, department: "Métiers", place: "Hearst", language: .fr, mailbox: "m1")
        let routing = routing([rule], general: "m0")
        let whole = RoutingSubject(purpose: .trainStaff, departments: ["Trades", "Métiers spécialisés"], places: ["Hearst"], language: .fr)
        #expect(address(routing, whole) == "office1@cedar.example")
        for change: (inout RoutingSubject) -> Void in [
            { $0.purpose = .question }, { $0.departments = ["Santé"] }, { $0.places = [] }, { $0.language = .en },
        ] {
            var subject = whole
            change(&subject)
            #expect(address(routing, subject) == "office0@cedar.example")
        }
    }

    @Test func `without an office it goes to a manager, and without one to whoever runs the portal`() {
        let subject = RoutingSubject(purpose: .both, language: .en)
        let manager = EmailAddress("max@cedar.example")!
        let toManager = InquiryRouting.standard.destination(of: subject, managers: [manager], portal: Self.portal).destination
        #expect(toManager.kind == .managers && toManager.address == manager)
        #expect(InquiryRouting.standard.destination(of: subject, managers: [], portal: Self.portal).destination.kind == .portal)
    }

    /// Whatever managers set up, and whatever is asked.
    @Test(arguments: 0..<40) func `every inquiry reaches exactly one mailbox, and one that is there`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let words = ["Sudbury", "Hearst", "Trades", "Santé", "", "North Bay"]
        for _ in 0..<60 {
            let mailboxes = (0..<Int.random(in: 0...4, using: &random)).map(Self.mailbox)
            let anyMailbox = { (random: inout SeededGenerator) in Mailbox.ID("m\(Int.random(in: 0...6, using: &random))") }
            let rules = (0..<Int.random(in: 0...6, using: &random)).map { number in
                RoutingRule(
                    id: RoutingRule.ID("r\(number)"),
                    purpose: Bool.random(using: &random) ? Inquiry.Purpose.allCases.randomElement(using: &random) : nil,
                    department: Bool.random(using: &random) ? words.randomElement(using: &random) : nil,
                    place: Bool.random(using: &random) ? words.randomElement(using: &random) : nil,
                    language: Bool.random(using: &random) ? Language.allCases.randomElement(using: &random) : nil,
                    mailbox: anyMailbox(&random))
            }
            let routing = InquiryRouting(
                mailboxes: mailboxes, rules: rules, general: Bool.random(using: &random) ? anyMailbox(&random) : nil)
            let subject = RoutingSubject(
                purpose: Inquiry.Purpose.allCases.randomElement(using: &random)!, departments: [words.randomElement(using: &random)!],
                places: [words.randomElement(using: &random)!], language: Language.allCases.randomElement(using: &random)!)
            let managers = Bool.random(using: &random) ? [EmailAddress("max@cedar.example")!] : []
            let (found, rule) = routing.destination(of: subject, managers: managers, portal: Self.portal)
            let again = routing.destination(of: subject, managers: managers, portal: Self.portal)
            #expect(found == again.destination)
            switch found.kind {
            case .mailbox: #expect(mailboxes.contains { $0.address == found.address && $0.label == found.label })
            case .managers: #expect(mailboxes.isEmpty && managers.contains(found.address))
            case .portal: #expect(mailboxes.isEmpty && managers.isEmpty && found.address == Self.portal)
            }
            if let rule { #expect(rules.contains { $0.id == rule }) }
        }
    }
}
