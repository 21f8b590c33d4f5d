package import Domain
import Matching
package import Storage

/// Whole addresses of the pages that mails about inquiries lead to.
package protocol InquiryAddresses: Sendable {
    func confirmation(_ token: SecretToken, in language: Language) -> String
    func status(_ token: SecretToken, in language: Language) -> String
    func console(_ delivery: Delivery, in language: Language) -> String
}

/// What every use case with inquiries works with.
package struct InquiryDesk: Sendable {
    let database: any SQLDatabase
    package let clock: PortalClock
    let settings: PortalSettings
    let catalogue: CurrentCatalogue
    let secrets: PortalSecrets
    let letters: any LetterWriting
    let addresses: any InquiryAddresses
    let bell: MailBell?
    /// Of whoever runs the portal: where an inquiry goes that no institution has a place for.
    let portal: EmailAddress
    /// `reply@portal.example`: mails to `reply+…@portal.example` come back to the portal. `nil` where none do.
    let replies: EmailAddress?

    package init(
        database: any SQLDatabase, settings: PortalSettings, catalogue: CurrentCatalogue, secrets: PortalSecrets,
        letters: any LetterWriting, addresses: any InquiryAddresses, portal: EmailAddress, replies: EmailAddress? = nil,
        bell: MailBell? = nil, clock: PortalClock = .system
    ) {
        self.database = database
        self.settings = settings
        self.catalogue = catalogue
        self.secrets = secrets
        self.letters = letters
        self.addresses = addresses
        self.portal = portal
        self.replies = replies
        self.bell = bell
        self.clock = clock
    }

    /// The link that opens an inquiry once it was sent.
    func statusToken(of inquiry: Inquiry.ID) -> SecretToken { .derived(of: "status \(inquiry)", secrets) }

    // MARK: Addresses that answers go to

    /// 32 letters and digits, so that an address survives programs that take capitals and small letters for the same.
    func answerKey(of delivery: Delivery.ID, from side: InquiryMessage.Side) -> String {
        String(secrets.hash("answer \(side.rawValue) \(delivery)", for: .inquiries).prefix(32))
    }

    static func hash(ofAnswerKey key: String) -> String { SecretBytes.hexadecimal(SecretBytes.hash(Array(key.utf8))) }

    /// Where an answer of one side goes: to the portal, or straight to the other side where no mail comes in.
    func answerAddress(of delivery: Delivery, from side: InquiryMessage.Side, otherwise other: EmailAddress?) -> EmailAddress? {
        guard let replies else { return other }
        let name = replies.text.prefix { $0 != "@" }
        return EmailAddress("\(name)+\(answerKey(of: delivery.id, from: side))@\(replies.domain)") ?? other
    }

    /// The key in an address of the portal's; `nil` for any other address.
    func answerKey(in address: EmailAddress) -> String? {
        guard let replies, address.domain == replies.domain else { return nil }
        let name = address.text.prefix { $0 != "@" }
        let start = replies.text.prefix { $0 != "@" } + "+"
        guard name.hasPrefix(start) else { return nil }
        let key = name.dropFirst(start.count)
        return key.count == 32 && key.allSatisfy(\.isHexDigit) ? String(key) : nil
    }
}

package enum InquiryError: Error, Hashable, Sendable {
    /// No such link, or its time is over, or it was erased.
    case gone
    /// Too many today, from there or to there.
    case tooMany
    case notAllowed
    /// Nothing was written.
    case empty
    /// It waits for a word from the mailbox, or is closed.
    case notNow
}

/// How long things are kept. Milliseconds.
enum InquiryTerms {
    static let draft = Int64(14) * 86_400_000
    static let confirmation = Int64(2) * 86_400_000
    /// From the last thing that happened: a year, after which nobody comes back to it.
    static let sent = Int64(365) * 86_400_000
}

extension Timestamp {
    func later(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: self.milliseconds + milliseconds) }
}

extension OutgoingMail.Kind {
    /// To the employer: is it you?
    package static let inquiryConfirmation: Self = "inquiryConfirmation"
    /// To the employer: it has gone, and here is where to follow it.
    package static let inquirySent: Self = "inquirySent"
    /// To an office.
    package static let inquiryReceived: Self = "inquiryReceived"
    /// To the employer.
    package static let inquiryReply: Self = "inquiryReply"
    /// To an office: the employer wrote again.
    package static let inquiryFurther: Self = "inquiryFurther"
    package static let inquiryReminder: Self = "inquiryReminder"
    /// To managers.
    package static let inquiryEscalation: Self = "inquiryEscalation"
}
