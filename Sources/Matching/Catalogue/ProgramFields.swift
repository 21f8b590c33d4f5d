import Domain

/// Where words of a program stand, with what a word there is worth (a weighted BM25, "BM25F").
///
/// The order of the weights is the portal's rule: title, then tags, then outcomes and summary, then description. Lengths are those
/// typical of a program; they are constants, not averages of the catalogue, so that one program's change never alters another's score.
struct ProgramField {
    let weight: Float
    /// Words at which the weight is exact; longer texts count less, shorter ones a little more.
    let typicalLength: Float
    /// Words here are what the program is about: the recommender looks for a person's words in these fields only.
    var isProminent = false

    static let title = ProgramField(weight: 8, typicalLength: 6, isProminent: true)
    static let summary = ProgramField(weight: 3, typicalLength: 16)
    static let outcomes = ProgramField(weight: 3, typicalLength: 36, isProminent: true)
    static let institution = ProgramField(weight: 2, typicalLength: 3)
    static let department = ProgramField(weight: 1.5, typicalLength: 4)
    static let sequence = ProgramField(weight: 1.5, typicalLength: 4)
    static let description = ProgramField(weight: 1, typicalLength: 60)
    static let place = ProgramField(weight: 1, typicalLength: 1)

    /// How strongly length matters, 0 to 1; half-way, as is usual for short texts.
    static let lengthInfluence: Float = 0.5
    /// Saturation: a word worth this much reaches half of the score a word can reach. About half a title.
    static let saturation: Float = 4

    /// A text shorter than this share of its typical length is not worth still more: one terse outcome must not pass a tag.
    static let shortestLength: Float = 0.75

    func weight(length: Int) -> Float {
        let relative = max(Self.shortestLength, Float(length) / typicalLength)
        return weight / (1 - Self.lengthInfluence + Self.lengthInfluence * relative)
    }
}

/// Words a tag adds to its programs, in both languages: what makes a French question find an English program.
enum TagText {
    static let skill: Float = 4
    static let technology: Float = 4
    static let occupation: Float = 3.5
    static let alias: Float = 3
    static let industry: Float = 2
    /// Names above the tag: the wider skill, the minor group, the sector.
    static let broader: Float = 1

    static func forEach(
        _ target: TagTarget, _ labourMarket: LabourMarketInformation,
        _ body: (_ text: String, _ language: Language, _ weight: Float) -> Void
    ) {
        func both(_ name: LocalizedText?, _ weight: Float) {
            guard let name else { return }
            for language in Language.allCases {
                if let text = name[language] { body(text, language, weight) }
            }
        }
        switch target {
        case .occupation(let code):
            both(labourMarket.occupation(code)?.title, occupation)
            both(labourMarket.occupationGroups[String(code.rawValue.prefix(4))]?.title, broader)
        case .industry(let code):
            for (level, code) in labourMarket.withAncestors(code).enumerated() {
                both(labourMarket.industry(code)?.title, level == 0 ? industry : broader)
            }
        case .skill(let id):
            guard let known = labourMarket.skill(id) else { return }
            both(known.name, skill)
            for (language, aliases) in known.aliases {
                for text in aliases { body(text, language, alias) }
            }
            both(known.broader.flatMap { labourMarket.skill($0)?.name }, broader)
        case .technology(let id):
            guard let known = labourMarket.technology(id) else { return }
            // Product names are the same in every language.
            for language in Language.allCases { body(known.name.text(language), language, technology) }
        }
    }
}
