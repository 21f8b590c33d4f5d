package import Domain
import Matching
package import Storage

/// Employers who may be contacted, what institutions write to them, and everything that is kept of an employer.
package struct DirectoryServices: Sendable {
    package let join: JoinDirectory
    package let own: OwnEntry
    package let browse: BrowseDirectory
    package let outreach: SendOutreach
    package let end: EndOutreach
    package let data: EmployerData
    package let oversee: OverseeDirectory
    private let expire: ExpireEntries

    package init(_ desk: DirectoryDesk) {
        join = JoinDirectory(desk: desk)
        own = OwnEntry(desk: desk)
        browse = BrowseDirectory(desk: desk)
        outreach = SendOutreach(desk: desk)
        end = EndOutreach(desk: desk)
        data = EmployerData(desk: desk)
        oversee = OverseeDirectory(desk: desk)
        expire = ExpireEntries(desk: desk)
    }

    /// Writes to those whose time ends soon, and erases what is over.
    /// - Returns: how many entries, letters and links were erased.
    package func eraseExpired() async throws -> Int { try await expire() }
}

/// What these use cases work with.
package struct DirectoryDesk: Sendable {
    let database: any SQLDatabase
    let settings: PortalSettings
    let catalogue: CurrentCatalogue
    let secrets: PortalSecrets
    let letters: any LetterWriting
    let addresses: any DirectoryAddresses
    let bell: MailBell?
    let clock: PortalClock

    package init(
        database: any SQLDatabase, settings: PortalSettings, catalogue: CurrentCatalogue, secrets: PortalSecrets,
        letters: any LetterWriting, addresses: any DirectoryAddresses, bell: MailBell? = nil, clock: PortalClock = .system
    ) {
        self.database = database
        self.settings = settings
        self.catalogue = catalogue
        self.secrets = secrets
        self.letters = letters
        self.addresses = addresses
        self.bell = bell
        self.clock = clock
    }

    var limits: DayLimits { DayLimits(subject: "directory", secrets: secrets) }

    var ledger: ConsentLedger { ConsentLedger(secrets: secrets) }

    /// The private page's link, which later mails can repeat though only its hash is kept.
    func ownToken(of entry: DirectoryEntry.ID) -> SecretToken { .derived(of: "directory entry \(entry)", secrets) }

    /// The link that ends mail like this one.
    func endToken(of delivery: OutreachDelivery.ID) -> SecretToken { .derived(of: "end of outreach \(delivery)", secrets) }
}

/// Whole addresses of the pages that mails lead to.
package protocol DirectoryAddresses: Sendable {
    func confirmation(_ token: SecretToken, in language: Language) -> String
    func own(_ token: SecretToken, in language: Language) -> String
    func end(_ token: SecretToken, in language: Language) -> String
    func data(_ token: SecretToken, in language: Language) -> String
    /// Where one asks for the link of `data`.
    func dataRequest(in language: Language) -> String
}

/// How long things are kept. Milliseconds.
package enum DirectoryTerms {
    static let day = Int64(86_400_000)
    /// For the link that verifies.
    static let unconfirmed = 3 * day
    /// A year, and again each time the employer says so.
    static let listed = 365 * day
    /// Before the end there is one mail with a link to stay.
    static let notice = 30 * day
    /// What institutions wrote.
    static let outreach = 365 * day
    /// Three years without anything new: as long as a complaint about unasked-for mail can be brought.
    static let proof = 3 * 365 * day
    /// For the link to one's data.
    static let dataLink = day / 24
}

extension OutgoingMail.Kind {
    /// To the employer: is this your address, and do you want this?
    package static let directoryConfirmation: Self = "directoryConfirmation"
    /// To the employer: it is in the directory, and here is how to change it.
    package static let directoryListed: Self = "directoryListed"
    /// To the employer: it ends soon.
    package static let directoryEnding: Self = "directoryEnding"
    /// From an institution to an employer.
    package static let outreach: Self = "outreach"
    /// To whoever asked what is kept of their address.
    package static let employerData: Self = "employerData"
    /// The same, when nothing is.
    package static let employerNothing: Self = "employerNothing"

    /// Everything that is written to employers: erased with their data.
    static let toEmployers: [Self] = [
        .directoryConfirmation, .directoryListed, .directoryEnding, .outreach, .employerData, .employerNothing, .needConfirmation,
        .needPledge, .inquiryConfirmation, .inquirySent, .inquiryReply,
    ]
}
