import Domain
package import Hummingbird
package import Logging
import NIOCore
package import Portal

/// The portal's pages and API over HTTP.
package struct WebApplication: Sendable {
    private let site: Site
    private let configuration: WebConfiguration
    private let logger: Logger
    /// What was asked and how long it took, for a monitor.
    package let requestMetrics = RequestMetrics()

    package init(services: PortalServices, configuration: WebConfiguration, logger: Logger) throws {
        site = try Site(services: services)
        self.configuration = configuration
        self.logger = logger
    }

    package func makeApplication(onServerRunning: @escaping @Sendable (any Channel) async -> Void = { _ in }) -> some ApplicationProtocol {
        Application(
            responder: makeResponder(),
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(Int64(configuration.idleTimeout)),
                    httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))),
            configuration: .init(
                address: .hostname(configuration.host, port: configuration.port), serverName: nil,
                availableConnectionsDelegate: nil),
            onServerRunning: onServerRunning,
            logger: logger)
    }

    /// Everything between a request and its answer: what tests talk to.
    package func makeResponder() -> some HTTPResponder<PortalContext> {
        let (router, routes) = makeRouter()
        return RequestRecord(
            router.buildResponder(), figures: requestMetrics.begin(routes: routes.templates.all), trustsProxy: configuration.trustsProxy,
            logsRequests: configuration.logsRequests)
    }

    /// Every method and path the portal answers, from the router itself, with what one must be allowed to do there.
    package func routes() -> [RouteListing] {
        let (router, registered) = makeRouter()
        return router.routes.map { route in
            let path = "\(route.path)"
            return RouteListing(method: route.method, path: path, need: registered.guarded.need(route.method, path))
        }
    }

    private func makeRouter() -> (router: Router<PortalContext>, routes: PortalRoutes) {
        let router = Router(context: PortalContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders())
        router.add(middleware: Compression())
        router.add(middleware: ErrorPages(site: site))
        let largeBodies = LargeBodies()
        router.add(middleware: BodyLimit(bytes: configuration.maximumBody, larger: largeBodies))
        let routes = PortalRoutes(router: router, site: site, trustsProxy: configuration.trustsProxy, largeBodies: largeBodies)
        FindController(site: site).addRoutes(to: routes)
        OccupationController(site: site).addRoutes(to: routes)
        QuizController(site: site).addRoutes(to: routes)
        FundingController(site: site).addRoutes(to: routes)
        PlanController(site: site).addRoutes(to: routes)
        InformationController(site: site).addRoutes(to: routes)
        ShortListController(site: site).addRoutes(to: routes)
        ListController(site: site).addRoutes(to: routes)
        EmployerController(site: site).addRoutes(to: routes)
        PostingController(site: site).addRoutes(to: routes)
        if let needs = site.services.needs { NeedRequestController(site: site, needs: needs).addRoutes(to: routes) }
        if let directory = site.services.directory {
            DirectoryController(site: site, directory: directory).addRoutes(to: routes)
            EmployerDataController(site: site, directory: directory).addRoutes(to: routes)
        }
        APIController(site: site).addRoutes(to: routes)
        MachineController(site: site).addRoutes(to: routes)
        LookController(site: site).addRoutes(to: routes)
        if let accounts = site.services.accounts {
            SignInController(site: site, accounts: accounts).addRoutes(to: routes)
            AccountController(site: site, accounts: accounts).addRoutes(to: routes)
            ConsoleController(site: site).addRoutes(to: routes)
            StaffController(site: site, accounts: accounts).addRoutes(to: routes)
            OperatorController(site: site, accounts: accounts).addRoutes(to: routes)
            if let referrals = site.services.referrals { FiguresController(referrals: referrals).addRoutes(to: routes) }
            if let operating = site.services.operating {
                PortalInstitutionController(site: site, operating: operating).addRoutes(to: routes)
                PortalListController(site: site, operating: operating).addRoutes(to: routes)
                PortalLookController(site: site, operating: operating).addRoutes(to: routes)
                PortalPageController(site: site, operating: operating, accounts: accounts).addRoutes(to: routes)
                PortalChoicesController(site: site, operating: operating).addRoutes(to: routes)
            }
            if let needs = site.services.needs { UnmetNeedController(site: site, needs: needs).addRoutes(to: routes) }
            if let directory = site.services.directory {
                OutreachController(site: site, directory: directory).addRoutes(to: routes)
                OverseeDirectoryController(site: site, directory: directory).addRoutes(to: routes)
            }
            if let publishing = site.services.publishing {
                ProgramController(site: site, publishing: publishing).addRoutes(to: routes)
                FreshnessController(site: site, publishing: publishing).addRoutes(to: routes)
                ReviewController(site: site, publishing: publishing).addRoutes(to: routes)
            }
        }
        if let exchange = site.services.exchange {
            InstitutionAPI(site: site, exchange: exchange, maximumBody: configuration.maximumImport).addRoutes(to: routes)
            EmbedController(site: site, exchange: exchange).addRoutes(to: routes)
            if let accounts = site.services.accounts {
                ImportController(site: site, exchange: exchange, accounts: accounts, maximumFile: configuration.maximumImport)
                    .addRoutes(to: routes)
                KeyController(site: site, exchange: exchange, accounts: accounts).addRoutes(to: routes)
                EmbedSettingsController(site: site, exchange: exchange).addRoutes(to: routes)
            }
        }
        if let inquiries = site.services.inquiries {
            InquiryController(site: site, inquiries: inquiries).addRoutes(to: routes)
            if site.services.accounts != nil { InboxController(inquiries: inquiries).addRoutes(to: routes) }
            if let secret = configuration.mailSecret, inquiries.receive.isOpen {
                MailAPI(site: site, receive: inquiries.receive, secret: secret).addRoutes(to: routes)
            }
        }
        return (router, routes)
    }
}

/// What the HTTP side can be told.
package struct WebConfiguration: Sendable {
    package var host: String
    package var port: Int
    /// Seconds after which a silent connection is closed.
    package var idleTimeout: Int
    /// Whether `X-Forwarded-For` and `X-Request-ID` of the connection's other end are believed: only behind a reverse proxy that sets them.
    package var trustsProxy: Bool
    /// Whether each request has its line in the log.
    package var logsRequests: Bool

    /// Bytes of a request's body; a larger one is refused before it is read.
    package var maximumBody: Int
    /// Bytes of a file that is imported, and of programs that are pushed at once.
    package var maximumImport: Int
    /// What whoever hands over mail that came in must know; `nil` where nobody may.
    package var mailSecret: String?

    package init(
        host: String = "127.0.0.1", port: Int = 8080, idleTimeout: Int = 30, trustsProxy: Bool = false, maximumBody: Int = 1 << 20,
        maximumImport: Int = 20 << 20, logsRequests: Bool = false
    ) {
        self.host = host
        self.port = port
        self.idleTimeout = idleTimeout
        self.trustsProxy = trustsProxy
        self.maximumBody = maximumBody
        self.maximumImport = maximumImport
        self.logsRequests = logsRequests
    }
}
