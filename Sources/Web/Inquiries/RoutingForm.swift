import Domain
import Portal

/// What one of the forms on the page of offices and rules sends.
struct RoutingForm: Sendable {
    private enum Act: Sendable {
        /// `nil` without an address.
        case addMailbox(Mailbox?, LocalizedText, hours: Int?)
        case removeMailbox(Mailbox.ID)
        case makeGeneral(Mailbox.ID)
        case addRule(RoutingRule)
        case removeRule(RoutingRule.ID)
        case raiseRule(RoutingRule.ID)
        case schedule(reminder: Int?, escalation: Int?)
        case nothing
    }

    private let act: Act

    init(_ page: PageRequest, routing: SetRouting) {
        let target = page.field("target")
        switch page.field("act") {
        case "add-mailbox":
            let email = EmailAddress(page.line("address"))
            let label = LocalizedText(en: page.line("label-en"), fr: page.line("label-fr"))
            let hours = Int(page.field("hours"))
            act = .addMailbox(email.map { routing.newMailbox($0, label, replyHours: hours ?? 1) }, label, hours: hours)
        case "remove-mailbox": act = .removeMailbox(Mailbox.ID(target))
        case "general": act = .makeGeneral(Mailbox.ID(target))
        case "add-rule":
            let text = { (name: Substring) in page.line(name).isEmpty ? nil : page.line(name) }
            act = .addRule(
                RoutingRule(
                    id: routing.newRuleID, purpose: Inquiry.Purpose(rawValue: page.field("purpose")), department: text("department"),
                    place: text("place"), language: Language(rawValue: page.field("rule-language")),
                    mailbox: Mailbox.ID(page.field("mailbox"))))
        case "remove-rule": act = .removeRule(RoutingRule.ID(target))
        case "raise-rule": act = .raiseRule(RoutingRule.ID(target))
        case "schedule": act = .schedule(reminder: Int(page.field("reminder")), escalation: Int(page.field("escalation")))
        default: act = .nothing
        }
    }

    /// Of the form that was sent.
    var field: String {
        switch act {
        case .addRule, .removeRule, .raiseRule: "mailbox"
        case .schedule: "reminder"
        default: "address"
        }
    }

    func problems(_ t: Texts.Reader) -> FormProblems {
        var problems = FormProblems()
        switch act {
        case .addMailbox(let mailbox, let label, let hours):
            if mailbox == nil { problems.add("address", t("routing.problem.address")) }
            if !label.isBilingual { problems.add(label.en == nil ? "label-en" : "label-fr", t("routing.problem.label")) }
            if !(1...SetRouting.longestHours).contains(hours ?? 0) { problems.add("hours", t("routing.problem.hours")) }
        case .addRule(let rule):
            if rule.mailbox.rawValue.isEmpty { problems.add("mailbox", t("routing.problem.mailbox")) }
            if rule.purpose == nil, rule.department == nil, rule.place == nil, rule.language == nil {
                problems.add("purpose", t("routing.problem.noCondition"))
            }
        case .schedule(let reminder, let escalation):
            for (name, hours) in [("reminder", reminder), ("escalation", escalation)]
            where !(0...SetRouting.longestHours).contains(hours ?? -1) {
                problems.add(name, t("routing.problem.schedule"))
            }
        case .nothing: problems.add("address", t("routing.problem.address"))
        case .removeMailbox, .makeGeneral, .removeRule, .raiseRule: break
        }
        return problems
    }

    func apply(to routing: inout InquiryRouting) {
        switch act {
        case .addMailbox(let mailbox, _, _): routing.mailboxes += [mailbox].compactMap(\.self)
        case .removeMailbox(let id): routing.mailboxes.removeAll { $0.id == id }
        case .makeGeneral(let id): routing.general = id
        case .addRule(let rule): routing.rules.append(rule)
        case .removeRule(let id): routing.rules.removeAll { $0.id == id }
        case .raiseRule(let id):
            guard let place = routing.rules.firstIndex(where: { $0.id == id }), place > 0 else { return }
            routing.rules.swapAt(place, place - 1)
        case .schedule(let reminder, let escalation):
            routing.reminderHours = reminder ?? routing.reminderHours
            routing.escalationHours = escalation ?? routing.escalationHours
        case .nothing: return
        }
    }
}

/// "Who would get this?", as the address of the page asks it.
struct RoutingTrial: Sendable {
    let isAsked: Bool
    let subject: RoutingSubject

    init(_ page: PageRequest) {
        isAsked = page.text("try") == "1"
        subject = RoutingSubject(
            purpose: Inquiry.Purpose(rawValue: page.text("try-purpose")) ?? .trainStaff, departments: [page.text("try-department")],
            places: [page.text("try-place")], language: Language(rawValue: page.text("try-language")) ?? page.view.language)
    }
}
