package import Domain
package import Storage

/// What employers need and nobody offers: requests, what institutions pledge for them, and the board that shows both.
package struct NeedServices: Sendable {
    package let ask: AskForNeed
    package let own: OwnNeed
    package let introduce: IntroduceEmployer
    package let pledge: PledgeProgram
    package let board: ReadNeedBoard
    package let desk: NeedDesk

    package init(_ desk: NeedDesk) {
        self.desk = desk
        ask = AskForNeed(desk: desk)
        own = OwnNeed(desk: desk)
        introduce = IntroduceEmployer(desk: desk)
        pledge = PledgeProgram(desk: desk)
        board = ReadNeedBoard(desk: desk)
    }

    /// Requests whose time is over.
    /// - Returns: how many were erased.
    package func eraseExpired() async throws -> Int {
        let now = desk.clock.now
        return try await desk.database.write { try $0.eraseNeedRequests(expiredAt: now) }
    }
}

/// What these use cases work with.
package struct NeedDesk: Sendable {
    let database: any SQLDatabase
    package let settings: PortalSettings
    let catalogue: CurrentCatalogue
    let unmetNeed: CountUnmetNeed
    let letters: any LetterWriting
    let addresses: any NeedAddresses
    let bell: MailBell?
    package let clock: PortalClock
    let pace = RequestPace()

    package init(
        database: any SQLDatabase, settings: PortalSettings, catalogue: CurrentCatalogue, unmetNeed: CountUnmetNeed,
        letters: any LetterWriting, addresses: any NeedAddresses, bell: MailBell? = nil, clock: PortalClock = .system
    ) {
        self.database = database
        self.settings = settings
        self.catalogue = catalogue
        self.unmetNeed = unmetNeed
        self.letters = letters
        self.addresses = addresses
        self.bell = bell
        self.clock = clock
    }

    package var today: CalendarDate { settings.day(at: clock.now) }
}

/// Whole addresses of the pages that mails lead to.
package protocol NeedAddresses: Sendable {
    func confirmation(_ token: SecretToken, in language: Language) -> String
    func introduction(_ token: SecretToken, in language: Language) -> String
    func board(of institution: Institution.ID, in language: Language) -> String
}

extension OutgoingMail.Kind {
    /// To the employer: is this your address?
    package static let needConfirmation: Self = "needConfirmation"
    /// To the employer: an institution pledges a program.
    package static let needPledge: Self = "needPledge"
    /// To whoever pledged: the employer agreed to be named.
    package static let needIntroduction: Self = "needIntroduction"
}
