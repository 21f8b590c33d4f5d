import Domain

/// The texts of one invented program, in the languages it is told in.
struct ProgramTexts {
    /// One or both; the first is the one it is mostly taught in.
    let languages: [Language]
    private let subject: ProgramSubject
    private let vocabulary: InventedVocabulary
    private let words: InventedWords
    private let slots: [Language: [PhraseSlot: String]]

    init(
        _ subject: ProgramSubject, vocabulary: InventedVocabulary, words: InventedWords, information: LabourMarketInformation, hours: Int,
        city: String, _ numbers: inout SeededNumbers
    ) {
        self.subject = subject
        self.vocabulary = vocabulary
        self.words = words
        languages = numbers.pick([0: 45, 1: 10, 2: 33, 3: 12]).languagesTold
        let skills = subject.skills.compactMap { information.skills[$0]?.name }
        let tools = subject.mentionedTechnologies.compactMap { information.technologies[$0]?.name }
        let occupation = subject.occupations[0]
        let title = information.occupations[occupation]?.title ?? subject.theme.title
        let industry = (subject.industries.first ?? words.industries.pick(&numbers))
        let sector = information.industries[industry]?.title ?? subject.theme.department
        let level = numbers.pick(vocabulary.levels)
        let number = String(numbers.number(3...12))
        var slots: [Language: [PhraseSlot: String]] = [:]
        for language in languages {
            slots[language] = [
                .skill: skills[0].text(language), .skill2: skills[skills.count - 1].text(language),
                .technology: tools[0].text(language), .technology2: tools[tools.count - 1].text(language),
                .theme: subject.theme.title.text(language), .occupation: title.text(language),
                .job: words.job(occupation, language, &numbers) ?? title.text(language), .industry: sector.text(language),
                .level: level.text(language), .city: city, .hours: String(hours), .number: number,
            ]
        }
        self.slots = slots
    }

    func title(_ numbers: inout SeededNumbers) -> LocalizedText { fill(numbers.pick(vocabulary.titles), &numbers) }
    func summary(_ numbers: inout SeededNumbers) -> LocalizedText { fill(numbers.pick(vocabulary.summaries), &numbers) }
    func note(_ numbers: inout SeededNumbers) -> LocalizedText { fill(numbers.pick(vocabulary.notes), &numbers) }
    func assessment(_ numbers: inout SeededNumbers) -> LocalizedText { fill(numbers.pick(vocabulary.assessments), &numbers) }

    /// Three to seven sentences: on the theme first, then on how this program goes about it.
    func description(_ numbers: inout SeededNumbers) -> LocalizedText {
        var sentences = (0...numbers.run(0.5, most: 2)).map { _ in numbers.pick(subject.theme.sentences).only(languages) }
        sentences += (0..<2 + numbers.run(0.5, most: 3)).map { _ in fill(numbers.pick(vocabulary.sentences), &numbers) }
        sentences = sentences.onlyFirsts
        return LocalizedText(
            en: sentences.compactMap(\.en).joined(separator: " "), fr: sentences.compactMap(\.fr).joined(separator: " "))
    }

    func outcomes(_ numbers: inout SeededNumbers) -> [LocalizedText] {
        let count = 2 + numbers.run(0.5, most: 4)
        let drawn = (0..<count).map { _ in
            numbers.chance(0.5) && !subject.theme.outcomes.isEmpty
                ? numbers.pick(subject.theme.outcomes).only(languages) : fill(numbers.pick(vocabulary.outcomes), &numbers)
        }
        return drawn.onlyFirsts
    }

    func department(_ numbers: inout SeededNumbers) -> LocalizedText {
        let known = subject.theme.department
        return (numbers.chance(0.5) && known.isBilingual ? known : numbers.pick(vocabulary.departments)).only(languages)
    }

    func endorsement(_ numbers: inout SeededNumbers) -> Endorsement {
        let name = vocabulary.name(words.names.pick(&numbers))
        return Endorsement(name: "\(name) Alliance", url: "https://\(name.lowercased())-alliance.example")
    }

    private func fill(_ phrase: Phrase, _ numbers: inout SeededNumbers) -> LocalizedText {
        // The same name in both languages.
        let name = vocabulary.name(words.names.pick(&numbers))
        var text = LocalizedText()
        for language in languages {
            let slots = slots[language] ?? [:]
            text[language] = phrase.text(language) { $0 == .name ? name : slots[$0] ?? "" }
        }
        return text
    }
}

extension Int {
    /// Both languages, English first or French first; English alone; French alone.
    fileprivate var languagesTold: [Language] { [[.en, .fr], [.fr, .en], [.en], [.fr]][self] }
}

extension LocalizedText {
    /// Without the languages a program is not told in.
    func only(_ languages: [Language]) -> LocalizedText {
        LocalizedText(en: languages.contains(.en) ? en : nil, fr: languages.contains(.fr) ? fr : nil)
    }
}
