import Portal
import Testing

struct VisitorTests {
    @Test(arguments: [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    ])
    func `people's browsers are no robots`(userAgent: String) {
        #expect(!Visitor(address: "", userAgent: userAgent).isRobot)
    }

    @Test(arguments: [
        "", "curl/8.5.0", "Mozilla/5.0 (compatible; Examplebot/2.1; +https://bot.example)", "python-requests/2.32", "ExampleCrawler 1",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0.0.0 Safari/537.36",
    ])
    func `programs that read pages are robots`(userAgent: String) {
        #expect(Visitor(address: "", userAgent: userAgent).isRobot)
    }
}
