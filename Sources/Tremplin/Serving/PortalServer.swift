import Domain
import Hummingbird
import LabourMarket
import Logging
import Mail
import NIOCore
import Portal
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// The composition root: opens the database, loads what is missing, builds the portal's services and serves them until a signal.
struct PortalServer: Sendable {
    let configuration: PortalConfiguration
    let surroundings: Surroundings
    let logger: Logger
    let loadsDemonstration: Bool

    func run() async throws {
        let start = ContinuousClock.now
        let settings = try PortalSettings(configuration)
        let metrics = MetricRegistry()
        metrics.add(ProcessMetrics())
        let database = SlowQueryLog(
            try await PortalDatabase(configuration).create(), threshold: .milliseconds(configuration.integer(.databaseSlowQuery)),
            logger: logger)
        metrics.add(database)
        do {
            try await prepare(database, settings: settings)
            let services = try await services(database, settings: settings)
            metrics.add(CatalogueMetrics(services))
            let mail = try mail(database, services: services, settings: settings)
            let freshness = try freshness(services, database, settings: settings)
            try await serve(services, database, metrics, mail: mail + freshness, since: start)
            try await database.close()
        } catch {
            try? await database.close()
            throw error
        }
    }

    /// Brings the database to where this version needs it. On later starts there is nothing to do.
    private func prepare(_ database: any SQLDatabase, settings: PortalSettings) async throws {
        let start = ContinuousClock.now
        try await Migrator().migrate(database, at: surroundings.clock.now)
        logPhase("schema", .now - start)
        let console = surroundings.console
        try await LoadReferenceData(store: ReleaseStore(database), clock: surroundings.clock).loadMissing { release, duration in
            console.notice(Progress.line(release.kind.rawValue, rows: release.source.rows, duration))
        }
        guard loadsDemonstration, try await ProgramStore(database).count() == 0 else { return }
        let demonstrationStart = ContinuousClock.now
        let now = surroundings.clock.now
        let information = try await LoadCatalogue(database: database, settings: settings, clock: surroundings.clock).information()
        let written = try await LoadDemonstration(database: database)(today: settings.day(at: now), information: information, now: now)
        console.notice(Progress.line("demonstration catalogue", rows: written.programs, .now - demonstrationStart))
    }

    private func services(_ database: any SQLDatabase, settings: PortalSettings) async throws -> PortalServices {
        let load = LoadCatalogue(database: database, settings: settings, clock: surroundings.clock)
        let snapshot = try PortalDatabase(configuration).snapshot(configuration)
        let loaded = try await load(from: snapshot, phase: logPhase)
        switch loaded.origin {
        case .rows: break
        case .snapshot(let replayed): logger.info("The catalogue comes from its file", metadata: ["changes since": "\(replayed)"])
        case .rowsInsteadOfSnapshot(let reason):
            logger.notice("The catalogue's file was passed over; the database was read", metadata: ["because": "\(reason)"])
        }
        var services = PortalServices(
            settings: settings, loaded: loaded, database: database, load: load, clock: surroundings.clock, snapshot: snapshot)
        services.accounts = try AccountServices(
            configuration, database: database, settings: settings, clock: surroundings.clock, bell: services.mailBell)
        services.publishing = try publishing(services, database, settings: settings)
        services.inquiries = InquiryServices(
            try InquiryDesk(
                configuration, database: database, catalogue: services.catalogue, settings: settings, clock: surroundings.clock,
                bell: services.mailBell))
        services.needs = NeedServices(
            NeedDesk(
                database: database, settings: settings, catalogue: services.catalogue, unmetNeed: services.countUnmetNeed,
                letters: try MailWriter(settings: settings), addresses: NeedLinks(settings: settings), bell: services.mailBell,
                clock: surroundings.clock))
        services.directory = DirectoryServices(
            DirectoryDesk(
                database: database, settings: settings, catalogue: services.catalogue, secrets: try SecretKey(configuration).load(),
                letters: try MailWriter(settings: settings), addresses: DirectoryLinks(settings: settings), bell: services.mailBell,
                clock: surroundings.clock))
        return services
    }

    /// The workers that empty the outbox and forget what was in it.
    private func mail(_ database: any SQLDatabase, services: PortalServices, settings: PortalSettings) throws -> [any Service] {
        let mail = try MailConfiguration(configuration, settings: settings)
        logger.notice("Mail goes out", metadata: ["to": "\(mail.sentence)", "from": "\(mail.sender.address)"])
        if let problem = mail.problem { logger.warning("Mail may not get through", metadata: ["because": "\(problem)"]) }
        let outbox = OutboxStore(database)
        var senderName: (@Sendable () -> LocalizedText)?
        if mail.isFromPortal { senderName = { settings.name } }
        let send = SendMail(
            outbox: outbox, transport: mail.route.transport(from: mail.sender, logger: logger), sender: mail.sender,
            senderName: senderName, bell: services.mailBell,
            clock: surroundings.clock, logger: logger, patience: MailPatience(timeout: mail.route.timeout))
        return [
            MailSending(send: send), MailForgetting(forget: ForgetMail(outbox: outbox, clock: surroundings.clock), logger: logger),
        ]
    }

    private func serve(
        _ services: PortalServices, _ database: any SQLDatabase, _ metrics: MetricRegistry, mail: [any Service],
        since start: ContinuousClock.Instant
    ) async throws {
        let siteStart = ContinuousClock.now
        let application = try WebApplication(services: services, configuration: WebConfiguration(configuration), logger: logger)
        logPhase("pages", .now - siteStart)
        let running = application.makeApplication { [configuration, surroundings, logger] channel in
            let port = channel.localAddress?.port ?? configuration.integer(.httpPort)
            surroundings.console.line("http://\(configuration.text(.httpHost)):\(port)")
            logger.info("Ready", metadata: ["milliseconds": "\(Figures.milliseconds(.now - start))"])
        }
        var background: [any Service] = [
            CountWriting(measure: services.measure, countUnmetNeed: services.countUnmetNeed, logger: logger),
            Housekeeping(services, database, logger: logger),
        ]
        if let accounts = services.accounts { background.append(SignInErasing(sessions: accounts.sessions, logger: logger)) }
        background += mail
        if let exchange = services.exchange {
            background.append(ImportRunning(run: RunImports(services, exchange, clock: surroundings.clock, logger: logger)))
        }
        if configuration.flag(.tagsSuggest) {
            background.append(
                ProgramReading(
                    read: ReadPrograms(
                        database: database, catalogue: services.catalogue, findOccupations: services.findOccupations,
                        clock: surroundings.clock, logger: logger)))
        }
        if let inquiries = services.inquiries {
            background.append(OfficeReminding(remind: inquiries.remind, logger: logger))
        }
        if let listener = metricsListener(metrics, application) { background.append(listener) }
        if let keep = services.keepSnapshot { background.append(SnapshotKeeping(keep: keep, logger: logger)) }
        if let follow = services.followChanges { background.append(ChangeFollowing(follow: follow, logger: logger)) }
        // Stopped in the reverse order: no request is left when the last counts are written.
        var group = ServiceGroupConfiguration(
            services: (background + [running]).map {
                .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup, serviceName: "\(type(of: $0))")
            },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(30)
        try await ServiceGroup(configuration: group).run()
        logger.info("Stopped")
    }

    @Sendable private func logPhase(_ name: String, _ duration: Duration) {
        logger.debug("Start", metadata: ["phase": "\(name)", "milliseconds": "\(Figures.milliseconds(duration))"])
    }
}

extension WebConfiguration {
    init(_ configuration: PortalConfiguration) {
        let secret = configuration.text(.mailReceiveSecret)
        self.init(
            host: configuration.text(.httpHost), port: configuration.integer(.httpPort),
            idleTimeout: configuration.integer(.httpIdleTimeout), trustsProxy: configuration.flag(.httpTrustsProxy),
            maximumBody: configuration.integer(.httpMaximumBody),
            maximumImport: configuration.integer(.importsMaximumFile), logsRequests: configuration.flag(.logRequests))
        mailSecret = secret.isEmpty ? nil : secret
    }
}
