/// One line of an institution's inbox.
package struct InboxLine: Hashable, Sendable {
    package let delivery: Delivery
    package let name: String
    package let organisation: String
    package let purpose: Inquiry.Purpose
    package let language: Language

    package init(delivery: Delivery, name: String, organisation: String, purpose: Inquiry.Purpose, language: Language) {
        self.delivery = delivery
        self.name = name
        self.organisation = organisation
        self.purpose = purpose
        self.language = language
    }
}

/// What of an inbox is shown.
package enum InboxFilter: String, Sendable, CaseIterable {
    case open, mine, waiting, closed
}
