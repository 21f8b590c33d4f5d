import Domain
import Web

/// Addresses of pages as somebody would visit them.
enum Pages {
    /// One of each kind in both languages, and their states: found, nothing found, chosen filters, the second page.
    static let all: [String] = Language.allCases.flatMap(of)

    static func of(_ language: Language) -> [String] {
        let links = Links(language)
        return [
            links.home, links.search, links.search + "?q=dementia", links.search + "?q=zzzzqqqq", links.search + "?page=2",
            links.search + "?delivery=online&delivery=in-person&price=free&near=K1A+0B1&within=30&max-price=500",
            links.search + "?occupation=33102&industry=62&skill=dementia-care&sort=price",
            links.path(.filters), links.path(.filters) + "?q=care&sort=price&technology=meditech",
            links.recommendations + "?job=nurse+aide", links.recommendations + "?job=soudeur&limit=20",
            links.recommendations + "?job=clerk&industry=62", links.recommendations + "?job=aide&occupation=33102",
            links.recommendations + "?occupation=33102", links.recommendations + "?job=zzzzqqqq",
            links.program("dementia"), links.program("medication"), links.program("soudage"), links.program("bare"),
            links.program("hostile"),
            links.program("no-address"), links.occupations, links.occupations + "?q=welder", links.occupations + "?q=zzzz",
            links.occupation(OccupationCode("33102")!), links.occupation(OccupationCode("44101")!),
            links.occupation(OccupationCode("21232")!),
            links.occupation(OccupationCode("74101")!), links.occupation(OccupationCode("44101")!) + "?moves=viable&moves=desirable",
            links.careerMove(from: OccupationCode("44101")!, to: OccupationCode("33102")!),
            links.careerMove(from: OccupationCode("33102")!, to: OccupationCode("74101")!), links.path(.plan),
            links.path(.plan) + "?from-occupation=44101&to-occupation=33102", links.path(.plan) + "?from=aide&to=programmer",
            links.path(.plan) + "?from-occupation=44101&to-occupation=33102&budget=100&by=2027-01-10&hours=5&region=3510&osap=no",
            links.path(.plan) + "?have=dementia+care%2C+juggling&to-occupation=72106&delivery=online",
            links.path(.plan) + "?from-occupation=33102&to-occupation=33102",
            links.employers, links.institutions, links.institution("northern-lakes"),
            links.institution("ecole-du-fer"), links.shortList(), links.shortList(kept), links.shortList(kept) + "&q=care",
            links.shortListPrint(kept), links.compare(kept), links.compare(ProgramCodes(["dementia", "hostile"]), onlyDifferences: true),
            links.compare(ProgramCodes([])), links.lists, links.list(language == .en ? "health-care" : "sante"),
            links.list("construction", forEmployers: true), links.list("construction", showsMore: true), links.aboutData,
            links.labourMarket, links.accessibility, links.privacy, links.quiz, links.path(.quizReturn), links.path(.funding),
            links.funding(for: "dementia"),
        ]
    }

    /// A list with a program in the other language, one of bad intentions, and one that was withdrawn.
    private static let kept = ProgramCodes(["dementia", "soudage", "hostile", "withdrawn"])

    /// Addresses that end in an error, with its status.
    static let wrong: [(path: String, status: Int)] =
        Language.allCases.flatMap { language in
            let links = Links(language)
            return [
                (links.program("nobody"), 404), (links.home + "/nowhere", 404), (links.institution("nobody"), 404),
                (links.occupations + "/99999", 404),
                (links.occupations + "/74102", 404), (links.registration("nobody"), 404), (links.registration("no-address"), 404),
                (links.program("%00"), 404), (links.program("..%2F..%2Fetc%2Fpasswd"), 404), (links.search + "?delivery=by-owl", 400),
                (links.shortList() + "?ids=%FF.x", 400), (links.list("nothing"), 404), (links.listFeed("nothing"), 404),
                (links.occupations + "/33102" + (language == .en ? "/to/" : "/vers/") + "33102", 404),
                (links.occupations + "/33102" + (language == .en ? "/to/" : "/vers/") + "99999", 404),
                (links.path(.plan) + "?from=nurse&to=welder&budget=lots", 400), (links.path(.plan) + "?from=nurse&to=", 400),
            ]
        } + [
            ("/nowhere", 404), ("/assets/0/tremplin.css", 404), ("/api/v1/nowhere", 404), ("/api/v1/programs/nobody", 404),
            ("/api/v1/job-titles", 400), ("/api/v1/lists/nothing", 404), ("/api/v1/plan", 400),
            ("/api/v1/plan?from=nurse&to=welder&by=soon", 400),
        ]
}
