import Domain
import Matching

/// Sorts texts into groups, source by source. Shares are the study's with those of ESCO's occupations, which are not to be had, given to the
/// other sources; translations and technologies are ours (docs/matching.md, "The embedding").
struct MaterialBuilder {
    var texts: TrainingTexts
    let leftOut: TrainingMaterial.LeftOut
    private(set) var sources: [TrainingSource] = []
    private(set) var duties: [(code: String, sentences: [[Int32]])] = []
    private var englishTitles: [String: [Int32]] = [:]
    private var frenchTitles: [String: [Int32]] = [:]

    init(texts: TrainingTexts, leftOut: TrainingMaterial.LeftOut) {
        self.texts = texts
        self.leftOut = leftOut
    }

    private typealias Kind = TrainingGroup.Kind

    private mutating func titles(_ list: [String], _ language: Language) -> [Int32] {
        list.compactMap { texts.add(EmbeddedText(title: $0, language: language)) }
    }

    private mutating func sentences(_ list: [String]) -> [Int32] { list.compactMap { texts.add(EmbeddedText(sentence: $0)) } }

    /// Titles in both languages, names and duties of every unit group.
    mutating func addOccupations(_ information: LabourMarketInformation, _ published: PublishedTexts) {
        let classification = Classification(information)
        var labels: [String: [Language: [String]]] = [:]
        for row in classification.rows where leftOut == .nothing || !HeldOutTitles.isHeldOut(row) {
            labels[row.code, default: [:]][row.language, default: []].append(row.label)
        }
        var groups: [TrainingGroup] = []
        for (code, occupation) in information.occupations.sorted(by: { $0.key < $1.key }) {
            let code = code.rawValue
            let exclusions = published.exclusions[code] ?? []
            let english = titles((labels[code]?[.en] ?? []) + exclusions.map(\.english), .en)
            let french = titles((labels[code]?[.fr] ?? []) + exclusions.map(\.french), .fr)
            englishTitles[code] = english
            frenchTitles[code] = french
            let names = titles([occupation.title.en ?? ""], .en) + titles([occupation.title.fr ?? ""], .fr)
            let own = published.duties[code] ?? []
            let sentences = (sentences(own.map(\.english)), sentences(own.map(\.french)))
            if sentences.0.count == sentences.1.count, !sentences.0.isEmpty {
                duties.append((code, zip(sentences.0, sentences.1).map { [$0, $1] }))
            }
            let group = TrainingGroup(
                sides: [english, french, names, sentences.0, sentences.1],
                kinds: [
                    Kind(first: 0, second: 1, share: 35), Kind(first: 0, second: 3, share: 7.5), Kind(first: 1, second: 4, share: 7.5),
                    Kind(first: 0, second: 2, share: 5), Kind(first: 1, second: 2, share: 5), Kind(first: 0, second: 0, share: 20),
                    Kind(first: 1, second: 1, share: 20),
                ])
            if let group { groups.append(group) }
        }
        sources.append(TrainingSource("occupations", share: 30, groups: groups))
    }

    mutating func addAlternates(_ published: PublishedTexts) {
        let groups = published.alternates.sorted { $0.key < $1.key }.compactMap { _, list in
            TrainingGroup(sides: [titles(list, .en)], kinds: [Kind(first: 0, second: 0, share: 1)])
        }
        sources.append(TrainingSource("alternate titles", share: 20, groups: groups))
    }

    /// Titles of a unit group with alternate titles of the O*NET occupations it is linked to.
    mutating func addBridges(_ published: PublishedTexts) {
        let groups = published.bridges.sorted { $0.key < $1.key }.compactMap { code, onet in
            TrainingGroup(
                sides: [englishTitles[code] ?? [], frenchTitles[code] ?? [], titles(onet.flatMap { published.alternates[$0] ?? [] }, .en)],
                kinds: [Kind(first: 0, second: 2, share: 1), Kind(first: 1, second: 2, share: 1)])
        }
        sources.append(TrainingSource("crosswalk", share: 14, groups: groups))
    }

    mutating func addSkills(_ information: LabourMarketInformation) {
        let groups = information.skills.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { _, skill in
            TrainingGroup(
                sides: [
                    titles([skill.name.en ?? ""] + (skill.aliases[.en] ?? []), .en),
                    titles([skill.name.fr ?? ""] + (skill.aliases[.fr] ?? []), .fr),
                ],
                kinds: [
                    Kind(first: 0, second: 1, share: 2), Kind(first: 0, second: 0, share: 1), Kind(first: 1, second: 1, share: 1),
                ])
        }
        sources.append(TrainingSource("skills", share: 6, groups: groups))
    }

    /// Names of industries with their definitions, and of the classes above unit groups.
    mutating func addNames(_ information: LabourMarketInformation, _ published: PublishedTexts) {
        var groups: [TrainingGroup] = []
        for (code, industry) in information.industries.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let definition = published.industries[code.rawValue]
            let long = (
                definition.map { sentences(Sentences.split($0.english)) } ?? [],
                definition.map { sentences(Sentences.split($0.french)) } ?? []
            )
            let group = TrainingGroup(
                sides: [titles([industry.title.en ?? ""], .en), titles([industry.title.fr ?? ""], .fr), long.0, long.1],
                kinds: [
                    Kind(first: 0, second: 1, share: 2), Kind(first: 0, second: 2, share: 1), Kind(first: 1, second: 3, share: 1),
                    Kind(first: 2, second: 3, share: 1),
                ])
            if let group { groups.append(group) }
        }
        for (_, group) in information.occupationGroups.sorted(by: { $0.key < $1.key }) {
            let pair = TrainingGroup(
                sides: [titles([group.title.en ?? ""], .en), titles([group.title.fr ?? ""], .fr)],
                kinds: [Kind(first: 0, second: 1, share: 1)])
            if let pair { groups.append(pair) }
        }
        sources.append(TrainingSource("industries and classes", share: 8, groups: groups))
    }

    /// Sentences and names that are published side by side in both languages.
    mutating func addTranslations(_ published: PublishedTexts) {
        let all =
            published.duties.sorted { $0.key < $1.key }.flatMap(\.value) + published.sentences
            + published.exclusions.sorted { $0.key < $1.key }.flatMap(\.value)
        var seen: Set<Translation> = []
        let groups = all.filter { seen.insert($0).inserted }.compactMap { text in
            TrainingGroup(sides: [sentences([text.english]), sentences([text.french])], kinds: [Kind(first: 0, second: 1, share: 1)])
        }
        sources.append(TrainingSource("translations", share: 12, groups: groups))
    }

    mutating func addTechnologies(_ published: PublishedTexts) {
        let groups = published.technologies.sorted { $0.key < $1.key }.compactMap { kind, names in
            TrainingGroup(
                sides: [titles([kind], .en), titles(Set(names).sorted(), .en)],
                kinds: [Kind(first: 0, second: 1, share: 1)])
        }
        sources.append(TrainingSource("technologies", share: 2, groups: groups))
    }
}
