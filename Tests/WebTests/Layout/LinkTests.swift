import Domain
import Testing

/// Every link of every page, followed.
@Suite struct LinkTests {
    @Test(arguments: Language.allCases) func `no link on any page leads to an error`(language: Language) async throws {
        var waiting = Pages.of(language)
        var seen = Set(waiting)
        var broken: [String] = []
        while let path = waiting.popLast(), seen.count < 800 {
            let answer = try await PortalClient.sample.get(path)
            if answer.status >= 400 { broken.append("\(answer.status) \(path)") }
            guard answer.status == 200, answer.header("Content-Type")?.hasPrefix("text/html") == true else { continue }
            for link in try answer.markup().all("a") {
                guard let address = link["href"], address.hasPrefix("/") else { continue }
                let target = String(address.prefix { $0 != "#" })
                // What one finds from the counterpart is the other language's concern.
                if target.hasPrefix("/\(language.rawValue)"), seen.insert(target).inserted { waiting.append(target) }
            }
        }
        // The two samples whose stored address is not one of the web.
        #expect(broken.filter { !$0.contains("/no-address/") && !$0.contains("/hostile/") } == [])
        #expect(seen.count > 100)
    }

    @Test(arguments: Pages.all) func `a link out of the portal goes to the web and nowhere else`(path: String) async throws {
        for link in try await PortalClient.sample.markup(path).all("a") {
            let address = try #require(link["href"])
            #expect(
                address.hasPrefix("/") && !address.hasPrefix("//") || address.hasPrefix("#") || address.hasPrefix("https://")
                    // A message the reader's own mail program opens, to nobody in particular.
                    || address.hasPrefix("mailto:?"), "\(address)")
        }
    }
}
