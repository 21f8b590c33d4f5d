package import Domain
package import Matching

/// Addresses within the portal, in one language. Pages take every link from here.
package struct Links: Sendable {
    package let language: Language
    /// The place chosen for labour-market figures (`RegionChoice`): kept from one page that shows them to the next.
    package let region: String?

    package init(_ language: Language, region: String? = nil) {
        self.language = language
        self.region = region
    }

    package var home: String { path(.home) }
    package var search: String { path(.search) }
    package var employers: String { path(.employers) }
    package var institutions: String { path(.institutions) }
    package var aboutData: String { path(.aboutData) }
    package var labourMarket: String { path(.labourMarket) }
    package var accessibility: String { path(.accessibility) }
    package var privacy: String { path(.privacy) }
    package var occupations: String { path(.occupations) }
    package var recommendations: String { path(.recommendations) }
    package var quiz: String { path(.quiz) }

    package func program(_ id: Program.ID) -> String { path(.program, id: id.rawValue) + QueryString([("region", region)]).text }
    package func registration(_ id: Program.ID) -> String { path(.registration, id: id.rawValue) }
    package func occupation(_ code: OccupationCode) -> String {
        path(.occupation, id: code.rawValue) + QueryString([("region", region)]).text
    }
    package func careerMove(from: OccupationCode, to: OccupationCode) -> String {
        path(.careerMove, id: "\(from.rawValue)/\(to.rawValue)") + QueryString([("region", region)]).text
    }
    /// Every move from an occupation, or those that are viable, desirable or both.
    package func careerMoves(from code: OccupationCode, _ filters: [String] = []) -> String {
        path(.occupation, id: code.rawValue) + QueryString(filters.map { ("moves", $0) } + [("region", region)]).text + "#moves"
    }
    package func institution(_ id: Institution.ID) -> String { path(.institution, id: id.rawValue) }

    package func funding(for program: Program.ID) -> String {
        path(.funding) + QueryString([("program", program.rawValue)]).text
    }

    package func occupations(matching text: String) -> String { occupations + QueryString([("q", text)]).text }

    package func recommendations(
        for job: String, occupation: OccupationCode? = nil, industry: String? = nil, limit: Int? = nil
    ) -> String {
        recommendations
            + QueryString([
                ("job", job), ("occupation", occupation?.rawValue), ("industry", industry), ("limit", limit.map(String.init)),
                ("region", region),
            ]).text
    }

    /// Programs that teach any of the skills among some needs; `nil` when they are all tools.
    package func search(teachingAnyOf needs: [SkillNeed]) -> String? {
        let skills = needs.filter { $0.target.kind == .skill }.map { ("skill", $0.target.code) }
        return skills.isEmpty ? nil : search + QueryString(skills).text
    }

    /// The planner, with what is known filled in.
    package func plan(from: (job: String, code: OccupationCode)? = nil, to: (job: String, code: OccupationCode)? = nil) -> String {
        path(.plan)
            + QueryString([
                ("from", from?.job), ("from-occupation", from?.code.rawValue), ("to", to?.job), ("to-occupation", to?.code.rawValue),
            ]).text
    }

    package func search(_ query: ProgramQuery) -> String { search + QueryString(query).text }
    package func filters(_ query: ProgramQuery) -> String { path(.filters) + QueryString(query).text }

    /// Every program with this value of a facet.
    package func search(_ facet: FacetName, _ value: String) -> String {
        search + QueryString([(facet.rawValue, value)]).text
    }

    /// - Parameter id: what stands for `{id}`; where the path has further components, all with `/` between them.
    package func path(_ route: PageRoute, id: String = "") -> String {
        let pattern = route.pattern(language)
        // A path with one component to fill in takes the id whole: it may hold a slash of its own.
        let blanks = pattern.utf8.count { $0 == UInt8(ascii: "{") }
        let ids = blanks > 1 ? id.split(separator: "/", maxSplits: blanks - 1).map(String.init) : [id]
        var result = "/" + language.rawValue
        var rest = pattern[...]
        var place = 0
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")), let close = rest.utf8.firstIndex(of: UInt8(ascii: "}")) {
            result += rest[..<open]
            if place < ids.count { result += QueryString.encoded(ids[place]) }
            place += 1
            rest = rest[rest.utf8.index(after: close)...]
        }
        return result + rest
    }
}
