/// One inquiry at one institution, and what became of it there.
package struct Delivery: Hashable, Sendable {
    package typealias ID = Identifier<Delivery>

    /// From left to right; it never goes back, but for a closed one that is taken up again by a new message.
    package enum Status: String, Sendable, CaseIterable {
        /// The employer has not confirmed their address: nobody at the institution knows of it.
        case waiting
        /// In the inbox; the mail that says so has not been handed over yet.
        case queued
        case sent
        /// Somebody of the staff has looked at it.
        case opened
        case replied
        case closed
    }

    package enum Event: Sendable, CaseIterable {
        case verified, handedOver, looked, replied, closed
        /// The employer wrote again.
        case asked
    }

    /// What came of it, as the institution says.
    package enum Outcome: String, Sendable, CaseIterable {
        case trainingAgreed = "training-agreed"
        case graduatesMet = "graduates-met"
        case referredElsewhere = "referred-elsewhere"
        case notOffered = "not-offered"
        case noAnswer = "no-answer"
        /// The employer ended it.
        case withdrawn

        /// What staff can choose.
        package static let ofInstitution: [Outcome] = allCases.filter { $0 != .withdrawn }
    }

    package let id: ID
    package let inquiry: Inquiry.ID
    package let institution: Institution.ID
    package var status: Status
    /// Who receives it: fixed when the employer was shown it.
    package var mailbox: Destination
    package var queuedAt: Timestamp?
    package var sentAt: Timestamp?
    /// The mail that tells the office was given up: the delivery stands in the inbox alone. As long as the outbox remembers.
    package var mailFailedAt: Timestamp?
    package var openedAt: Timestamp?
    /// The first reply of the institution.
    package var repliedAt: Timestamp?
    package var closedAt: Timestamp?
    package var outcome: Outcome?
    package var assignee: Account.ID?

    package init(
        id: ID, inquiry: Inquiry.ID, institution: Institution.ID, status: Status = .waiting, mailbox: Destination,
        queuedAt: Timestamp? = nil, sentAt: Timestamp? = nil, openedAt: Timestamp? = nil, repliedAt: Timestamp? = nil,
        closedAt: Timestamp? = nil, outcome: Outcome? = nil, assignee: Account.ID? = nil
    ) {
        self.id = id
        self.inquiry = inquiry
        self.institution = institution
        self.status = status
        self.mailbox = mailbox
        self.queuedAt = queuedAt
        self.sentAt = sentAt
        self.openedAt = openedAt
        self.repliedAt = repliedAt
        self.closedAt = closedAt
        self.outcome = outcome
        self.assignee = assignee
    }

    package var isOpen: Bool { status != .closed && status != .waiting }
}

extension Delivery.Status {
    /// - Returns: the status after it, the same where it changes nothing; `nil` where it cannot happen.
    package func after(_ event: Delivery.Event) -> Delivery.Status? {
        switch (self, event) {
        case (.waiting, .verified): .queued
        case (.waiting, _): nil
        case (_, .verified): self
        case (.queued, .handedOver): .sent
        case (_, .handedOver): self
        case (.queued, .looked), (.sent, .looked): .opened
        case (_, .looked): self
        case (_, .replied): .replied
        case (_, .closed): .closed
        case (.closed, .asked): .opened
        case (_, .asked): self
        }
    }
}

extension Delivery {
    /// Takes note of what happened.
    /// - Returns: false where it cannot happen: nothing is changed.
    package mutating func apply(_ event: Event, at now: Timestamp) -> Bool {
        guard let next = status.after(event) else { return false }
        status = next
        switch event {
        case .verified: queuedAt = queuedAt ?? now
        case .handedOver: sentAt = sentAt ?? now
        case .looked: openedAt = openedAt ?? now
        case .replied:
            openedAt = openedAt ?? now
            repliedAt = repliedAt ?? now
            closedAt = nil
            outcome = nil
        case .closed: closedAt = closedAt ?? now
        case .asked:
            closedAt = nil
            outcome = nil
        }
        return true
    }
}

/// One thing that was said about a delivery.
package struct InquiryMessage: Hashable, Sendable {
    package enum Side: String, Sendable, CaseIterable {
        case employer, institution
        /// Among the staff: no employer sees it.
        case note
    }

    package let id: String
    package let delivery: Delivery.ID
    package let side: Side
    /// Of the staff; `nil` for the employer, and for what came by mail.
    package let author: Account.ID?
    package let text: String
    package let at: Timestamp
    /// `<…@…>` of a mail it came by: the same mail twice is one message.
    package let messageID: String?

    package init(
        id: String, delivery: Delivery.ID, side: Side, author: Account.ID? = nil, text: String, at: Timestamp, messageID: String? = nil
    ) {
        self.id = id
        self.delivery = delivery
        self.side = side
        self.author = author
        self.text = text
        self.at = at
        self.messageID = messageID
    }
}
