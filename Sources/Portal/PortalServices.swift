package import Matching
package import Storage

/// Everything pages, the API and the command call. Built once by whoever composes the portal.
package struct PortalServices: Sendable {
    package let settings: PortalSettings
    package let catalogue: CurrentCatalogue
    package let findOccupations: FindOccupations
    package let findPrograms: FindPrograms
    package let recommendPrograms: RecommendPrograms
    package let findAlike: FindAlike
    package let referToInstitution: ReferToInstitution
    package let lists: FindLists
    package let planTraining: PlanTraining
    package let readSkills: ReadSkills
    package let readPosting: ReadPosting
    package let recogniseNeed: RecogniseNeed
    package let countUnmetNeed: CountUnmetNeed
    package let measure: Measuring
    package let quiz: QuizServices
    /// `nil` without a database: there is nothing to drift from.
    package let checkHealth: CheckHealth?
    /// Keeps the catalogue the same as the database. `nil` without one.
    package let followChanges: FollowChanges?

    /// Sign-in and what belongs to it. `nil` without a database; set by whoever composes the portal, who has the words for mail.
    package var accounts: AccountServices?

    /// Imports, keys and embeds. `nil` without a database.
    package private(set) var exchange: ExchangeServices?
    /// What operators do with the portal. `nil` without a database.
    package private(set) var operating: OperatingServices?
    /// What institutions do with their programs. `nil` without a database.
    package var publishing: PublishingServices?
    /// What employers ask institutions. `nil` without a database.
    package var inquiries: InquiryServices?

    /// Requests of employers, and the board of what nobody offers. `nil` without a database; set by whoever composes the portal, who has the
    /// words for mail.
    package var needs: NeedServices?
    /// Employers who may be contacted, and what is kept of employers. `nil` without a database; set like `needs`.
    package var directory: DirectoryServices?

    /// From impressions to outcomes, in numbers. `nil` without a database.
    package private(set) var referrals: ReadReferrals?

    /// Rung after a commit that queued mail: this node's worker then sends at once.
    package let mailBell = MailBell()

    /// Keeps the catalogue's file. `nil` without a database, or when no file is wanted.
    package let keepSnapshot: KeepSnapshot?

    /// Over a catalogue in memory alone: the command without a database, and tests.
    package init(settings: PortalSettings, catalogue: Catalogue, matcher: OccupationMatcher, clock: PortalClock = .system) {
        let catalogue = CurrentCatalogue(catalogue)
        let findOccupations = FindOccupations(matcher: matcher, catalogue: catalogue)
        self.init(
            settings: settings, catalogue: catalogue, findOccupations: findOccupations,
            measure: Measuring(store: nil, settings: settings, clock: clock),
            countUnmetNeed: CountUnmetNeed(store: nil, settings: settings, clock: clock),
            quiz: QuizServices(database: nil, findOccupations: findOccupations, catalogue: catalogue, clock: clock), follow: nil)
    }

    /// Over what was loaded from a database, and what is written to it from now on.
    /// - Parameter snapshot: the file to keep the catalogue in, for the next start.
    package init(
        settings: PortalSettings, loaded: LoadedCatalogue, database: any SQLDatabase, load: LoadCatalogue, clock: PortalClock = .system,
        snapshot: CatalogueSnapshot? = nil
    ) {
        let catalogue = CurrentCatalogue(loaded.catalogue)
        let findOccupations = FindOccupations(matcher: loaded.matcher, catalogue: catalogue)
        let follow = FollowChanges(
            database: database, load: load, catalogue: catalogue, findOccupations: findOccupations, settings: settings,
            lastChange: loaded.lastChange, clock: clock)
        self.init(
            settings: settings, catalogue: catalogue, findOccupations: findOccupations,
            measure: Measuring(store: ActivityStore(database), settings: settings, clock: clock),
            countUnmetNeed: CountUnmetNeed(store: UnmetNeedStore(database), settings: settings, clock: clock),
            quiz: QuizServices(database: database, findOccupations: findOccupations, catalogue: catalogue, clock: clock),
            follow: (follow, CheckHealth(database: database, catalogue: catalogue, follow: follow)),
            keepSnapshot: snapshot.map { KeepSnapshot($0, of: database, catalogue: catalogue, follow: follow, loaded: loaded) })
        exchange = ExchangeServices(database: database, catalogue: catalogue, follow: follow, clock: clock)
        operating = OperatingServices(database: database, settings: settings, catalogue: catalogue, follow: follow, clock: clock)
        referrals = ReadReferrals(database: database, settings: settings, catalogue: catalogue, clock: clock)
    }

    /// With imports, keys and embeds over a database that the catalogue was not loaded from: tests of pages.
    package mutating func setExchange(over database: any SQLDatabase, follow: FollowChanges?, clock: PortalClock) {
        exchange = ExchangeServices(database: database, catalogue: catalogue, follow: follow, clock: clock)
        operating = OperatingServices(database: database, settings: settings, catalogue: catalogue, follow: follow, clock: clock)
        referrals = ReadReferrals(database: database, settings: settings, catalogue: catalogue, clock: clock)
    }

    private init(
        settings: PortalSettings, catalogue: CurrentCatalogue, findOccupations: FindOccupations, measure: Measuring,
        countUnmetNeed: CountUnmetNeed, quiz: QuizServices, follow: (changes: FollowChanges, health: CheckHealth)?,
        keepSnapshot: KeepSnapshot? = nil
    ) {
        self.keepSnapshot = keepSnapshot
        self.settings = settings
        self.catalogue = catalogue
        self.findOccupations = findOccupations
        self.measure = measure
        self.quiz = quiz
        findPrograms = FindPrograms(catalogue: catalogue)
        planTraining = PlanTraining(catalogue: catalogue, unmetNeed: countUnmetNeed)
        readSkills = ReadSkills(catalogue: catalogue)
        readPosting = ReadPosting(catalogue: catalogue, findOccupations: findOccupations, unmetNeed: countUnmetNeed)
        recogniseNeed = RecogniseNeed(catalogue: catalogue, findOccupations: findOccupations, readSkills: readSkills)
        self.countUnmetNeed = countUnmetNeed
        recommendPrograms = RecommendPrograms(findOccupations: findOccupations, catalogue: catalogue)
        findAlike = FindAlike(
            findOccupations: findOccupations, recommendPrograms: recommendPrograms, findPrograms: findPrograms, catalogue: catalogue)
        referToInstitution = ReferToInstitution(catalogue: catalogue, measure: measure)
        lists = FindLists(operated: settings.operated, catalogue: catalogue)
        followChanges = follow?.changes
        checkHealth = follow?.health
    }
}
