/// Who asks, for as long as one request lasts. Neither part is ever stored: they are hashed with a salt that lives one day in memory,
/// so that a visitor counts once a day, and nobody can tell afterwards who it was.
package struct Visitor: Hashable, Sendable {
    package let address: String
    package let userAgent: String

    package init(address: String, userAgent: String) {
        self.address = address
        self.userAgent = userAgent
    }

    /// The portal itself, a test, the command line: nothing is counted.
    package static let none = Visitor(address: "", userAgent: "")

    /// A program that reads pages for a search engine, an archive or a monitor, by what it says of itself. One that says nothing is
    /// taken for a program as well: every browser names itself.
    package var isRobot: Bool {
        guard !userAgent.isEmpty else { return true }
        let name = userAgent.lowercased()
        return Self.robotWords.contains { name.contains($0) }
    }

    /// Words that programs put into `User-Agent` and browsers do not.
    private static let robotWords = [
        "bot", "crawl", "spider", "slurp", "archiver", "facebookexternalhit", "embedly", "preview", "monitor", "pingdom", "uptime",
        "headless", "lighthouse", "curl/", "wget/", "python", "java/", "go-http", "okhttp", "libwww", "httpclient", "axios", "node-fetch",
        "scrapy", "feedfetcher", "validator", "wrk", "apachebench",
    ]
}
