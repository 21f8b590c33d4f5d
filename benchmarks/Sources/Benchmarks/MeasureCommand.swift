import ArgumentParser
import Domain
import Matching
import Portal

/// Builds the catalogue once and measures what is asked of it. One JSON object on standard output.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "measure", abstract: "Measure search, recommendations, edits and memory.")

    @OptionGroup var options: CorpusOptions

    @Option(help: "How many searches, and how many recommendations.")
    var questions = 1_000

    @Option(help: "How many edits.")
    var edits = 200

    func run() async throws {
        let corpus = try Corpus(options)
        let questions = SearchQuestion.draw(questions, from: corpus)
        let matcher = OccupationMatcher(corpus.information)
        let before = ProcessMemory.resident
        let (catalogue, textBytes, buildTime) = await build(corpus)
        let memory = ProcessMemory.resident.flatMap { after in before.map { after - $0 } }
        let settings = PortalSettings(name: LocalizedText(en: "Portal", fr: "Portail"), baseURL: "https://portal.example")
        let services = PortalServices(settings: settings, catalogue: catalogue, matcher: matcher)

        let (search, totals) = search(services, questions)
        let recommendations = recommend(services, corpus)
        let edits = try edit(services, corpus)
        print(
            """
            {"programs":\(catalogue.programCount),"build":\(buildTime),"memory":\(memory.map(String.init) ?? "null"),\
            "textBytes":\(textBytes),"search":\(search.json),"totals":\(totals),"recommendations":\(recommendations.json),\
            "edits":\(edits.json)}
            """)
    }

    /// - Returns: the catalogue, the bytes of its programs' texts, and the milliseconds it took to index them.
    private func build(_ corpus: Corpus) async -> (Catalogue, Int, Double) {
        var builder = CatalogueBuilder(
            institutions: corpus.catalogue.institutions, labourMarket: corpus.information, today: corpus.today)
        var textBytes = 0
        var indexing = Duration.zero
        await corpus.catalogue.forEachBatch(of: 8_192) { programs in
            textBytes += programs.reduce(0) { $0 + $1.textBytes }
            let start = ContinuousClock.now
            builder.add(programs)
            indexing += .now - start
        }
        let start = ContinuousClock.now
        let catalogue = builder.finish()
        indexing += .now - start
        return (catalogue, textBytes, Timings.milliseconds(indexing))
    }

    private func search(_ services: PortalServices, _ questions: [SearchQuestion]) -> (Timings, [Int]) {
        for question in questions.prefix(200) { _ = services.findPrograms(question.query) }
        var timings = Timings()
        let totals = questions.map { question in timings.time { services.findPrograms(question.query) }.total }
        return (timings, totals)
    }

    /// Official job titles in both languages, as people type them, to ten programs with their reasons.
    private func recommend(_ services: PortalServices, _ corpus: Corpus) -> Timings {
        var numbers = QuestionNumbers(state: 0x70B)
        let titles = (0..<questions).compactMap { _ in corpus.information.jobTitles.randomElement(using: &numbers) }
        for title in titles.prefix(50) { _ = services.recommendPrograms(title.title, language: title.language) }
        var timings = Timings()
        for title in titles { _ = timings.time { services.recommendPrograms(title.title, language: title.language) } }
        return timings
    }

    /// From a changed title to a search that finds it.
    private func edit(_ services: PortalServices, _ corpus: Corpus) throws -> Timings {
        var numbers = QuestionNumbers(state: 0xED17)
        var timings = Timings()
        for number in 0..<edits {
            var program = corpus.catalogue.program(Int.random(in: 0..<corpus.catalogue.count, using: &numbers))
            let word = "zq\(number)xv"
            program.title.en = (program.title.en ?? "") + " " + word
            program.state = .published
            let found = timings.time {
                services.catalogue.apply(programs: [program])
                return services.findPrograms(ProgramQuery(text: word, limit: 20)).total
            }
            guard found == 1 else { throw ValidationError("an edited program was found \(found) times") }
        }
        return timings
    }
}

extension Program {
    /// UTF-8 bytes of everything a person wrote, tags' codes included.
    fileprivate var textBytes: Int {
        let texts =
            [title, summary, description, department, priorEducationNote, assessment] + outcomes + [sequence?.title].compactMap(\.self)
        let written = texts.reduce(0) { $0 + ($1.en?.utf8.count ?? 0) + ($1.fr?.utf8.count ?? 0) }
        let codes = tags.reduce(id.rawValue.utf8.count + reference.utf8.count + institution.rawValue.utf8.count) {
            $0 + $1.target.code.utf8.count
        }
        return written + codes + url.utf8.count + offerings.reduce(0) { $0 + ($1.place?.city.utf8.count ?? 0) + 24 }
            + endorsements.reduce(0) { $0 + $1.name.utf8.count + ($1.url?.utf8.count ?? 0) }
    }
}
