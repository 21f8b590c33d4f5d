/// One thing an operator can decide. Every setting is declared here and nowhere else: the flag, the environment variable, the
/// documentation and the check of its value all come from this table.
package struct Setting: Sendable {
    /// `http.port`: as written in the configuration file, where a dot is a level of the JSON document.
    package let key: String
    package let kind: Kind
    /// As one would write it in the environment.
    package let standard: String
    package let privacy: Privacy
    /// `--port`: for the settings people give by hand.
    package let shortFlag: String?
    /// `TREMPLIN_DATABASE`: a shorter name in the environment.
    package let shortVariable: String?
    /// One or two sentences for docs/configuration.md.
    package let meaning: String

    package enum Kind: Hashable, Sendable {
        case text
        case integer(ClosedRange<Int>)
        case flag
        case choice([String])
    }

    package enum Privacy: Hashable, Sendable {
        case open
        /// An address whose password part is never printed.
        case passwordInAddress
        /// Never printed.
        case secret
    }

    package init(
        _ key: String, _ kind: Kind, standard: String, privacy: Privacy = .open, shortFlag: String? = nil, shortVariable: String? = nil,
        _ meaning: String
    ) {
        self.key = key
        self.kind = kind
        self.standard = standard
        self.privacy = privacy
        self.shortFlag = shortFlag
        self.shortVariable = shortVariable
        self.meaning = meaning
    }

    /// `--http-port`
    package var flag: String { "--" + words.joined(separator: "-") }
    /// `TREMPLIN_HTTP_PORT`
    package var variable: String { "TREMPLIN_" + words.joined(separator: "_").uppercased() }

    private var words: [Substring] { key.split { $0 == "." || $0 == "-" } }
}

extension Setting {
    package static let all: [Setting] = [
        httpHost, httpPort, httpIdleTimeout, httpMaximumBody, httpTrustsProxy, database, databaseConnections,
        databaseStatementTimeout, databaseLockTimeout, catalogueSnapshot,
        secretsKey, portalBaseURL, portalNameEnglish, portalNameFrench, portalTimeZone, logLevel, debugScores,
        databaseSlowQuery, logFormat, logRequests, metricsHost, metricsPort,
        mailURL, mailFrom, mailPassword, mailReplies, mailReceiveSecret, portalContact, importsMaximumFile,
        freshnessReminderMonths, linksCheck, linksReachPrivate, tagsSuggest,
    ]

    package static let httpHost = Setting(
        "http.host", .text, standard: "127.0.0.1", shortFlag: "--host",
        "The address to listen on. `0.0.0.0` means every IPv4 address of the machine; put a reverse proxy with TLS in front then.")

    package static let httpPort = Setting(
        "http.port", .integer(0...65_535), standard: "8080", shortFlag: "--port",
        "The TCP port to listen on. 0 lets the system choose a free one.")

    package static let httpIdleTimeout = Setting(
        "http.idle-timeout", .integer(1...3_600), standard: "30",
        "Seconds after which a connection that says nothing is closed.")

    package static let httpMaximumBody = Setting(
        "http.maximum-body", .integer(1_024...104_857_600), standard: "1048576",
        "The most bytes one request may carry.")

    package static let httpTrustsProxy = Setting(
        "http.trusted-proxy", .flag, standard: "false",
        "Believe the last address in `X-Forwarded-For`, and the number in `X-Request-ID`. Only behind a reverse proxy that sets both "
            + "headers itself: otherwise anybody may claim any address.")

    package static let database = Setting(
        "database.url", .text, standard: "tremplin.sqlite", privacy: .passwordInAddress, shortFlag: "--database",
        shortVariable: "TREMPLIN_DATABASE",
        "Where everything is kept: the path of an SQLite file or its address (`sqlite:///var/lib/tremplin/tremplin.sqlite`), or a database on a "
            + "PostgreSQL server (`postgresql://portal@db.example/portal?sslmode=verify-full`), which several nodes can share. `serve` and "
            + "`migrate` make a file that is missing, never a database.")

    package static let databaseConnections = Setting(
        "database.connections", .integer(2...1_000), standard: "10",
        "PostgreSQL: the most connections one node holds, beside one that listens.")

    package static let databaseStatementTimeout = Setting(
        "database.statement-timeout", .integer(0...86_400), standard: "60",
        "PostgreSQL: seconds one statement may take; 0 for any number.")

    package static let databaseLockTimeout = Setting(
        "database.lock-timeout", .integer(1...3_600), standard: "10",
        "Seconds to wait for others that write. Whoever waits longer is told that the portal is busy.")

    package static let catalogueSnapshot = Setting(
        "catalogue.snapshot", .text, standard: "auto",
        "The file in which `serve` keeps the catalogue for a quick start. `auto` is an SQLite database's path with `.catalogue` after it, and none "
            + "with PostgreSQL; `off` keeps none, and every start reads the database whole. The file may be deleted at any time.")

    package static let secretsKey = Setting(
        "secrets.key", .text, standard: "", privacy: .secret,
        "The portal's own key: 32 random bytes in base64 or hexadecimal, or `file:` and the path of a file that holds them. It seals second "
            + "factors and hashes what sign-ins are counted by. Beside an SQLite file it may be left out: the portal then makes one in a file "
            + "of that name with `.key` after it, which belongs into the backup. Without the key, everybody must set up their second factor anew."
    )

    package static let portalBaseURL = Setting(
        "portal.base-url", .text, standard: "http://127.0.0.1:8080",
        "The address the public knows the portal by, without a slash at the end: for canonical links, the sitemap and structured data. "
            + "Without it, the address listened on.")

    package static let portalNameEnglish = Setting(
        "portal.name.en", .text, standard: "Tremplin",
        "The portal's name on English pages. Left out, operators can set it in their console.")

    package static let portalNameFrench = Setting(
        "portal.name.fr", .text, standard: "Tremplin", "The portal's name on French pages. Left out, operators can set it in their console."
    )

    package static let portalTimeZone = Setting(
        "portal.time-zone", .text, standard: "America/Toronto",
        "The IANA time zone whose midnight ends a day: past start dates vanish then. Left out, operators can set it in their console.")

    package static let mailURL = Setting(
        "mail.url", .text, standard: "log:", privacy: .passwordInAddress,
        "Where mail goes: a server, `smtp://user:password@host:587` (encrypted by STARTTLS) or `smtps://…`, with `?tls=none`, `?ca=FILE` (trusted "
            + "certificates) or `?timeout=SECONDS` where needed; `folder:PATH` for files; or `log:`, which delivers nothing. "
            + "Marks in user and password are written as in any web address (`%40`).")

    package static let mailFrom = Setting(
        "mail.from", .text, standard: "auto",
        "Whom mail is from, such as `Tremplin <no-reply@portal.example>`. `auto` is the portal's name in the reader's language, and "
            + "`no-reply` at the host of `portal.base-url`.")

    package static let mailPassword = Setting(
        "mail.password", .text, standard: "", privacy: .secret,
        "The password of the mail server, when `mail.url` names a user and no password.")

    package static let mailReplies = Setting(
        "mail.replies", .text, standard: "off",
        "The address whose mail comes back to the portal, such as `reply@inquiries.portal.example`: answers to inquiries then go to "
            + "`reply+…@…`, and the mail server hands them to `tremplin mail receive` or to `/api/v1/mail`. With `off`, answers go straight from "
            + "one mailbox to the other, and the portal keeps only what is written on its pages.")

    package static let mailReceiveSecret = Setting(
        "mail.receive-secret", .text, standard: "", privacy: .secret,
        "What whoever posts mail that came in to `/api/v1/mail` must send as `Authorization: Bearer …`; 16 characters at least. Without it there is "
            + "no such address.")

    package static let portalContact = Setting(
        "portal.contact", .text, standard: "auto",
        "The mailbox of whoever runs the portal. Inquiries to an institution that has neither an office nor a manager go there. `auto` is the "
            + "address mail is from.")

    package static let importsMaximumFile = Setting(
        "imports.maximum-file", .integer(65_536...104_857_600), standard: "20971520",
        "The most bytes of a file that an institution brings in, or of programs its systems push at once. A reverse proxy must let as much through."
    )

    package static let freshnessReminderMonths = Setting(
        "freshness.reminder-months", .integer(0...24), standard: "6",
        "Months after which the staff of an institution are asked by mail whether a program is still right; 0 asks nobody.")

    package static let linksCheck = Setting(
        "links.check", .flag, standard: "false",
        "Look from time to time whether the pages of published programs are there, slowly and as each site's robots.txt allows. Institutions see what "
            + "did not answer.")

    package static let linksReachPrivate = Setting(
        "links.reach-private", .flag, standard: "false",
        "Let the look at links reach addresses that are not public. For tests only: otherwise a link could make the portal ask the machines beside "
            + "it.")

    package static let tagsSuggest = Setting(
        "tags.suggest", .flag, standard: "true",
        "Read the texts of programs in the background, at half of one processor at most, and suggest tags to the institutions' staff. Of several nodes "
            + "one reads at a time.")

    package static let debugScores = Setting(
        "debug.scores", .flag, standard: "false",
        "Show under each recommendation what every reason adds to its score: for tuning, not for the public.")

    package static let logLevel = Setting(
        "log.level", .choice(["trace", "debug", "info", "notice", "warning", "error", "critical"]), standard: "info",
        "The least important messages still written to standard error.")

    package static let databaseSlowQuery = Setting(
        "database.slow-query", .integer(0...3_600_000), standard: "500",
        "Milliseconds from which on a statement or a transaction of `serve` is written to the log, with its text and never its values. "
            + "0 writes none.")

    package static let logFormat = Setting(
        "log.format", .choice(["text", "json"]), standard: "text",
        "How `serve` writes its log: lines for people, or one JSON object a line for a collector.")

    package static let logRequests = Setting(
        "log.requests", .flag, standard: "false",
        "Write a line for every request, at `info`: method, route, status, milliseconds, bytes. Never an address, a path or a query.")

    package static let metricsHost = Setting(
        "metrics.host", .text, standard: "127.0.0.1",
        "The address `/metrics` listens on. Not one the public reaches: the figures are for monitors.")

    package static let metricsPort = Setting(
        "metrics.port", .integer(0...65_535), standard: "0",
        "The TCP port at which `/metrics` answers in Prometheus's text format. 0 answers nowhere.")
}
