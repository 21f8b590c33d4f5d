import Domain
import Matching
import Portal
import TextAnalysis

/// Programs as the peers index them: the very tokens our index holds, and the values of every facet.
///
/// Tokens are stems after an `e` or an `f` for their language, so that a peer that splits at spaces has the same terms as we do. The facets are
/// worked out here from the program alone, not by the code that is measured.
struct PeerDocuments {
    private let corpus: Corpus
    private let institutions: [Institution.ID: Institution]
    private let analyzer = TextAnalyzer()
    private var stems: [[String: String]] = [[:], [:]]
    private var tagTokens: [TagTarget: String] = [:]

    init(_ corpus: Corpus) {
        self.corpus = corpus
        institutions = Dictionary(uniqueKeysWithValues: corpus.catalogue.institutions.map { ($0.id, $0) })
    }

    /// One JSON object and a line end: `{"id": …, "text": …, "facets": {…}}`.
    mutating func line(_ program: Program) -> String {
        let facets = facets(program).sorted { $0.key.rawValue < $1.key.rawValue }.map { facet, values in
            "\"\(facet.rawValue)\":[\(values.sorted().map(\.quoted).joined(separator: ","))]"
        }
        return "{\"id\":\(program.id.rawValue.quoted),\"text\":\"\(tokens(program))\",\"facets\":{\(facets.joined(separator: ","))}}\n"
    }

    // MARK: - Words

    private mutating func tokens(_ program: Program) -> String {
        var tokens = ""
        func localized(_ texts: [LocalizedText], _ add: (String, Language) -> Void) {
            for text in texts { for language in Language.allCases { if let text = text[language] { add(text, language) } } }
        }
        let own =
            [program.title, program.summary, program.description, program.department]
            + (program.sequence.map { [$0.title] } ?? [])
        localized(own + program.outcomes) { append($0, $1, to: &tokens) }
        let institution = institutions[program.institution]
        let cities = Set(program.offerings.compactMap { $0.place?.city } + [institution?.place.city].compactMap(\.self)).sorted()
        for language in Language.allCases {
            for text in [institution?.name.text(language)].compactMap(\.self) + cities { append(text, language, to: &tokens) }
        }
        for tag in program.tags where tag.isPublic { tokens += tagged(tag.target) }
        return tokens
    }

    private mutating func append(_ text: String, _ language: Language, to tokens: inout String) {
        let words = analyzer.words(text)
        for word in words.isEmpty ? analyzer.tokens(text) : words {
            tokens += language == .en ? "e" : "f"
            tokens += stem(word, language)
            tokens += " "
        }
    }

    mutating func stem(_ word: String, _ language: Language) -> String {
        let place = language == .en ? 0 : 1
        if let known = stems[place][word] { return known }
        let stem = language == .en ? SnowballStemmer.english.stem(word) : SnowballStemmer.french.stem(LightStem.stem(word))
        stems[place][word] = stem
        return stem
    }

    /// The names a tag adds: its own, its aliases, and the one above it.
    private mutating func tagged(_ target: TagTarget) -> String {
        if let known = tagTokens[target] { return known }
        var tokens = ""
        for (text, language) in names(target) { append(text, language, to: &tokens) }
        tagTokens[target] = tokens
        return tokens
    }

    private func names(_ target: TagTarget) -> [(String, Language)] {
        let information = corpus.information
        func both(_ name: LocalizedText?) -> [(String, Language)] {
            Language.allCases.compactMap { language in name?[language].map { ($0, language) } }
        }
        switch target {
        case .occupation(let code):
            return both(information.occupation(code)?.title) + both(information.occupationGroups[String(code.rawValue.prefix(4))]?.title)
        case .industry(let code):
            return information.withAncestors(code).flatMap { both(information.industry($0)?.title) }
        case .skill(let id):
            guard let skill = information.skill(id) else { return [] }
            return both(skill.name) + skill.aliases.flatMap { language, names in names.map { ($0, language) } }
                + both(skill.broader.flatMap { information.skill($0)?.name })
        case .technology(let id):
            guard let technology = information.technology(id) else { return [] }
            return Language.allCases.map { (technology.name.text($0), $0) }
        }
    }

    // MARK: - Facets

    func facets(_ program: Program) -> [FacetName: Set<String>] {
        var facets: [FacetName: Set<String>] = [:]
        func add(_ facet: FacetName, _ values: [String]) { if !values.isEmpty { facets[facet, default: []].formUnion(values) } }
        let information = corpus.information
        for code in program.occupations { add(.occupation, [code.rawValue] + code.ancestors) }
        for code in program.industries + program.inferredIndustries(information) {
            add(.industry, [code.rawValue] + information.withAncestors(code).map(\.rawValue))
        }
        add(.skill, program.skills.map(\.rawValue))
        add(.technology, program.technologies.map(\.rawValue))
        add(.institution, [program.institution.rawValue])
        add(.institutionKind, [institutions[program.institution]?.kind.rawValue].compactMap(\.self))
        add(.department, [program.departmentValue].compactMap(\.self))
        add(.duration, [program.hours.map { DurationBand(hours: $0).rawValue }].compactMap(\.self))
        add(.funding, program.eligibleFunding.map(\.rawValue))
        add(.priorEducation, [program.priorEducation.rawValue])
        add(.outlook, [program.bestOutlook(information)?.rawValue].compactMap(\.self))
        add(.support, program.supports.map(\.rawValue))
        add(.feature, program.isHandsOn ? ["hands-on"] : [])
        add(.feature, program.isWorkIntegrated ? ["work-integrated"] : [])
        add(.feature, program.endorsements.isEmpty ? [] : ["endorsed"])
        add(.feature, program.sequence == nil ? [] : ["sequence"])
        for offering in program.upcomingOfferings(on: corpus.today) {
            add(.delivery, [offering.delivery.rawValue])
            add(.language, [offering.language.rawValue])
            add(.price, [offering.price.map { PriceBand($0).rawValue }].compactMap(\.self))
            let wait = offering.start?.days(since: corpus.today)
            add(.start, StartBand.allCases.filter { band in wait.map { $0 <= band.days ?? -1 } ?? (band.days == nil) }.map(\.rawValue))
            add(.region, [offering.place?.postalCode.flatMap(information.postalArea)?.region.rawValue].compactMap(\.self))
        }
        return facets
    }
}

extension String {
    /// As a JSON text; our values hold no control characters.
    var quoted: String {
        "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
