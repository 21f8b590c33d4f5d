package import ArgumentParser
import Domain
import Hummingbird
import HummingbirdCore
import Matching
import Portal
import Web

/// `tremplin search`: the portal's search, with its filters.
package struct SearchCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Search the programs.",
        discussion: """
            Filters are those of the pages' addresses: \(names.joined(separator: ", ")).
            Values of one filter are joined by "or", filters by "and":
              tremplin search welding --filter delivery=online --filter delivery=hybrid --filter price=free
            """)

    @Option(name: .customLong("lang"), help: "The language of the words and of the answer: en or fr.")
    var language: Language = .en

    @Option(name: .customLong("filter"), help: "A filter, name=value. May be given several times.")
    var filters: [String] = []

    @Option(help: "How many programs at most.")
    var limit = 20

    @Flag(help: "Write JSON.")
    var json = false

    @Argument(help: "The words to look for; none for every program.")
    var words: [String] = []

    /// Beside the facets: what the search page also takes.
    private static let names = FacetName.allCases.map(\.rawValue) + ["near", "within", "max-price", "sort", "page"]

    package init() {}

    package func validate() throws {
        guard (1...1_000).contains(limit) else { throw ValidationError("--limit must be from 1 to 1000.") }
        for filter in filters {
            guard let (name, value) = Self.parts(filter), !value.isEmpty else {
                throw ValidationError("--filter takes name=value: \(filter) is not that.")
            }
            guard Self.names.contains(name) else {
                throw ValidationError("There is no filter \(name). The filters are: \(Self.names.joined(separator: ", ")).")
            }
        }
    }

    package func run(_ surroundings: Surroundings) async throws {
        let portal = try await AnsweringPortal(surroundings)
        var query = try query(portal)
        query.limit = limit
        let results = portal.services.findPrograms(query)
        if json {
            surroundings.console.line(String(decoding: portal.shapes(language).search(results).bytes, as: UTF8.self))
        } else {
            write(results, portal, to: surroundings.console)
        }
    }

    /// Read by the same reader as the pages' addresses, so that the same filter means the same thing.
    private func query(_ portal: AnsweringPortal) throws -> ProgramQuery {
        let pairs = [("q", words.joined(separator: " "))] + filters.compactMap(Self.parts)
        let address = URI("/?" + pairs.map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&"))
        let form = SearchForm(
            address.queryParameters, language: language, labourMarket: portal.services.catalogue.current.labourMarket)
        if let problem = form.problems.first {
            throw CommandFailure(.usage, "--filter \(problem.field) has a value that the portal does not know.")
        }
        return form.query
    }

    private func write(_ results: SearchResults, _ portal: AnsweringPortal, to console: Console) {
        let labels = Labels(portal.view(language), catalogue: portal.services.catalogue.current)
        console.line("\(results.total) programs")
        if let corrected = results.correctedText { console.notice("Nothing was found for these words. Searched instead: \(corrected)") }
        var table = TextTable(["id", "title", "institution"])
        for hit in results.hits {
            table.add([hit.program.id.rawValue, hit.program.title.text(language), labels.institution(hit.program.institution)])
        }
        console.write(table.text)
    }

    private static func parts(_ filter: String) -> (name: String, value: String)? {
        guard let equals = filter.firstIndex(of: "=") else { return nil }
        return (String(filter[..<equals]), String(filter[filter.index(after: equals)...]))
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber || character == "-" { return String(character) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
