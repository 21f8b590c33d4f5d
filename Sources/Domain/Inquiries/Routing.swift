/// An office of an institution that inquiries can go to.
package struct Mailbox: Hashable, Sendable {
    package typealias ID = Identifier<Mailbox>

    package let id: ID
    package var address: EmailAddress
    /// As employers see it: `Corporate training office`.
    package var label: LocalizedText
    /// Hours to a usual reply, as the office says.
    package var replyHours: Int

    package init(id: ID, address: EmailAddress, label: LocalizedText, replyHours: Int) {
        self.id = id
        self.address = address
        self.label = label
        self.replyHours = replyHours
    }
}

/// Which inquiries go to a mailbox. A condition that is `nil` holds for all.
package struct RoutingRule: Hashable, Sendable {
    package typealias ID = Identifier<RoutingRule>

    package let id: ID
    package var purpose: Inquiry.Purpose?
    package var department: String?
    package var place: String?
    package var language: Language?
    package var mailbox: Mailbox.ID

    package init(
        id: ID, purpose: Inquiry.Purpose? = nil, department: String? = nil, place: String? = nil, language: Language? = nil,
        mailbox: Mailbox.ID
    ) {
        self.id = id
        self.purpose = purpose
        self.department = department
        self.place = place
        self.language = language
        self.mailbox = mailbox
    }

    func fits(_ subject: RoutingSubject) -> Bool {
        // Both purposes at once are a matter for whoever sees to either.
        (purpose == nil || purpose == subject.purpose || (subject.purpose == .both && purpose != .question))
            && (department.map { subject.names($0, in: subject.departments) } ?? true)
            && (place.map { subject.names($0, in: subject.places) } ?? true) && (language == nil || language == subject.language)
    }
}

/// What rules look at.
package struct RoutingSubject: Hashable, Sendable {
    package var purpose: Inquiry.Purpose
    /// Of the programs asked about, in both languages.
    package var departments: [String]
    /// What the employer wrote, and where the programs are taught.
    package var places: [String]
    package var language: Language

    package init(purpose: Inquiry.Purpose, departments: [String] = [], places: [String] = [], language: Language) {
        self.purpose = purpose
        self.departments = departments
        self.places = places
        self.language = language
    }

    /// Whether a name stands in one of the texts as whole words: `Sudbury` in `Greater Sudbury, Ontario`.
    func names(_ name: String, in texts: [String]) -> Bool {
        let wanted = Self.words(name)
        guard !wanted.isEmpty else { return true }
        return texts.contains { text in
            let words = Self.words(text)
            return words.count >= wanted.count && (0...(words.count - wanted.count)).contains { words[$0...].starts(with: wanted) }
        }
    }

    private static func words(_ text: String) -> [Substring] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }
    }
}

/// Who receives an inquiry at an institution, and why they.
package struct Destination: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case mailbox
        /// A manager of the institution: it has named no office.
        case managers
        /// Whoever runs the portal: nobody at the institution has come yet.
        case portal
    }

    package let kind: Kind
    package let address: EmailAddress
    /// Empty unless it is a mailbox.
    package let label: LocalizedText
    /// `nil` unless it is a mailbox.
    package let replyHours: Int?

    package init(kind: Kind, address: EmailAddress, label: LocalizedText = LocalizedText(), replyHours: Int? = nil) {
        self.kind = kind
        self.address = address
        self.label = label
        self.replyHours = replyHours
    }
}

/// How one institution sends inquiries on.
package struct InquiryRouting: Hashable, Sendable {
    package var mailboxes: [Mailbox]
    /// In order: the first that fits decides.
    package var rules: [RoutingRule]
    /// Where everything else goes.
    package var general: Mailbox.ID?
    /// Hours without a reply after which the mailbox is reminded; 0 never.
    package var reminderHours: Int
    /// Hours after which managers are told; 0 never.
    package var escalationHours: Int

    package static let standard = InquiryRouting()

    package init(
        mailboxes: [Mailbox] = [], rules: [RoutingRule] = [], general: Mailbox.ID? = nil, reminderHours: Int = 48,
        escalationHours: Int = 120
    ) {
        self.mailboxes = mailboxes
        self.rules = rules
        self.general = general
        self.reminderHours = reminderHours
        self.escalationHours = escalationHours
    }

    /// Exactly one, whatever is asked and whatever is set.
    /// - Parameters:
    ///   - managers: addresses of the institution's managers.
    ///   - portal: of whoever runs the portal.
    package func destination(
        of subject: RoutingSubject, managers: [EmailAddress], portal: EmailAddress
    ) -> (destination: Destination, rule: RoutingRule.ID?) {
        for rule in rules where rule.fits(subject) {
            if let mailbox = mailboxes.first(where: { $0.id == rule.mailbox }) { return (Destination(mailbox), rule.id) }
        }
        // The first office stands in for a general one that nobody has named.
        if let mailbox = mailboxes.first(where: { $0.id == general }) ?? mailboxes.first { return (Destination(mailbox), nil) }
        if let manager = managers.first { return (Destination(kind: .managers, address: manager), nil) }
        return (Destination(kind: .portal, address: portal), nil)
    }
}

extension Destination {
    init(_ mailbox: Mailbox) {
        self.init(kind: .mailbox, address: mailbox.address, label: mailbox.label, replyHours: mailbox.replyHours)
    }
}
