package import Domain

/// Suggests what a program's text speaks of: occupations, industries, skills and technologies.
///
/// Built once from the reference data, then asked from any thread.
package struct TagSuggester: Sendable {
    private let occupations: OccupationTextMatcher
    private let names: [TagTarget.Kind: NameIndex]
    /// What goes with an occupation.
    private let industriesOfOccupation: [OccupationCode: Set<TagTarget>]
    private let technologiesOfOccupation: [OccupationCode: Set<TagTarget>]
    private let versions: [TagTarget.Kind: [String: String]]
    /// What suggestions are made with: the same text and the same version give the same suggestions.
    package let version: ReaderVersion

    /// - Parameters:
    ///   - matcher: over the occupations of the same reference data.
    ///   - kinds: what will be asked for; of others nothing is ever suggested.
    package init(
        _ information: LabourMarketInformation, matcher: OccupationMatcher, kinds: [TagTarget.Kind] = TagTarget.Kind.allCases
    ) {
        occupations = OccupationTextMatcher(matcher)
        let model = matcher.embedding?.model
        var names: [TagTarget.Kind: NameIndex] = [:]
        for kind in kinds where kind != .occupation { names[kind] = NameIndex(NameLists.names(kind, information), model) }
        self.names = names
        industriesOfOccupation = information.industriesByOccupation.mapValues { codes in
            Set(codes.flatMap { information.withAncestors($0) }.map(TagTarget.industry))
        }
        technologiesOfOccupation = information.technologiesByOccupation.mapValues { Set($0.map(TagTarget.technology)) }
        versions = TaxonomyVersions.byKind(information)
        version = Self.version(information, matcher: matcher)
    }

    /// Known without building anything.
    package static func version(_ information: LabourMarketInformation, matcher: OccupationMatcher) -> ReaderVersion {
        let model = matcher.embedding.map { "model \($0.model.header.recipe).\($0.model.header.seed)" } ?? "words"
        let releases = TaxonomyVersions.byKind(information).values.flatMap(\.values)
        return ReaderVersion(matcher: "\(rules) \(model)", taxonomy: releases.sorted().joined(separator: "; "))
    }

    /// Counted up whenever the rules or their weights change, so that texts are read anew and the difference is shown.
    private static let rules = "1"

    /// - Parameters:
    ///   - description: sentences; of a very long text the first 60.
    ///   - language: of the text, if known.
    /// - Returns: at most `limit` suggestions, the likeliest first. Empty when the text is blank or nothing in it speaks for anything.
    package func suggestions(
        _ kind: TagTarget.Kind, title: String, description: String, language: Language? = nil, limit: Int = 10
    ) -> [TagSuggestion] {
        suggestions([kind: limit], title: title, description: description, language: language)
    }

    /// The same for several kinds: what they share is found once.
    /// - Parameter limits: how many of each kind at most; kinds that are not named are left out.
    /// - Returns: kind by kind, the likeliest of each first.
    package func suggestions(
        _ limits: [TagTarget.Kind: Int], title: String, description: String, language: Language?
    ) -> [TagSuggestion] {
        guard !(title.isBlank && description.isBlank) else { return [] }
        let kinds = TagTarget.Kind.allCases.filter { limits[$0] ?? 0 > 0 }
        let asked = max(limits[.occupation] ?? 0, kinds.contains { linked($0) != nil } ? Self.linkedOccupations : 0)
        let matches = occupations.match(title: title, description: description, language: language, limit: asked)
        let passages = kinds.contains { $0 != .occupation } ? TextPassages(title: title, description: description) : nil
        return kinds.flatMap { kind in
            let limit = limits[kind] ?? 0
            if kind == .occupation { return suggestions(matches.prefix(limit), title: title) }
            guard let index = names[kind], let passages else { return [] }
            return suggestions(kind, index, passages, matches, limit: limit)
        }
    }

    private func suggestions(
        _ kind: TagTarget.Kind, _ index: NameIndex, _ passages: TextPassages, _ matches: [OccupationTextMatch], limit: Int
    ) -> [TagSuggestion] {
        let scores = index.scores(passages)
        let links = links(kind, index, matches)
        let weights = SuggestionWeights.of(kind, isEmbedded: occupations.isEmbedded)
        let sums = index.targets.indices.map { weights.sum(scores, $0, link: links[$0]) }
        let best = BestOf.indices(count: sums.count, limit: limit) { a, b in sums[a] != sums[b] ? sums[a] > sums[b] : a < b }
        return best.compactMap { target in
            let place = Int(target)
            guard scores.sentence[place] >= 0 else { return nil }
            return TagSuggestion(
                target: index.targets[place], confidence: SuggestionWeights.confidence(sums[place]),
                evidence: passages.sentences[Int(scores.sentence[place])], taxonomyVersion: version(index.targets[place]))
        }
    }

    private func suggestions(_ matches: ArraySlice<OccupationTextMatch>, title: String) -> [TagSuggestion] {
        matches.compactMap { match in
            OccupationCode(match.code).map { code in
                TagSuggestion(
                    target: .occupation(code), confidence: match.confidence, evidence: match.evidence ?? (title.isBlank ? nil : title),
                    taxonomyVersion: version(.occupation(code)))
            }
        }
    }

    /// What sentences speak of, each with the one that speaks most for it: for texts that were cut before, such as postings.
    /// - Parameter likely: occupations the text is about, with how likely each is.
    func readings(
        _ kind: TagTarget.Kind, title: String, sentences: [String], likely: [(code: OccupationCode, confidence: Double)], limit: Int
    ) -> [TagReading] {
        guard let index = names[kind] else { return [] }
        let scores = index.scores(TextPassages((title.isBlank ? [] : [title]) + sentences), isList: true)
        let linked = kind == .technology ? technologiesOfOccupation : [:]
        let found = likely.compactMap { job in linked[job.code].map { (targets: $0, confidence: Float(job.confidence)) } }
        let weights = SuggestionWeights.of(kind, isEmbedded: occupations.isEmbedded)
        let sums = index.targets.indices.map { target in
            let link = found.reduce(Float(0)) { $0 + ($1.targets.contains(index.targets[target]) ? $1.confidence : 0) }
            return weights.sum(scores, target, link: link)
        }
        let best = BestOf.indices(count: sums.count, limit: limit) { a, b in sums[a] != sums[b] ? sums[a] > sums[b] : a < b }
        // A name that stands in the text is told, however little else speaks for it.
        let named = scores.phrase.indices.filter { scores.phrase[$0] > 0 }.map { Int32($0) }
        var seen: Set<Int32> = []
        return (best.map { Int32($0) } + named).compactMap { target in
            let place = Int(target)
            guard seen.insert(target).inserted, scores.sentence[place] >= 0 else { return nil }
            return TagReading(
                target: index.targets[place], confidence: SuggestionWeights.confidence(sums[place]),
                sentence: Int(scores.sentence[place]), rarity: Double(index.rarity(scores, place)))
        }
    }

    /// What goes with occupations, for the kinds where something does.
    private func linked(_ kind: TagTarget.Kind) -> [OccupationCode: Set<TagTarget>]? {
        let linked = kind == .industry ? industriesOfOccupation : kind == .technology ? technologiesOfOccupation : [:]
        return linked.isEmpty ? nil : linked
    }

    /// How likely the occupations are that go with each target, together.
    private func links(_ kind: TagTarget.Kind, _ index: NameIndex, _ matches: [OccupationTextMatch]) -> [Float] {
        guard let linked = linked(kind) else { return index.targets.map { _ in 0 } }
        let likely = matches.prefix(Self.linkedOccupations).compactMap { match in
            OccupationCode(match.code).flatMap { linked[$0] }.map { (targets: $0, confidence: Float(match.confidence)) }
        }
        return index.targets.map { target in likely.reduce(0) { $0 + ($1.targets.contains(target) ? $1.confidence : 0) } }
    }

    private static let linkedOccupations = 5

    private func version(_ target: TagTarget) -> String? {
        let prefix = target.code.split(separator: ":").first.map(String.init) ?? ""
        return versions[target.kind]?[prefix] ?? versions[target.kind]?[""]
    }

    /// Every score of every target, for fitting weights.
    package func scoreTable(_ kind: TagTarget.Kind, title: String, description: String, language: Language?) -> ScoreTable? {
        guard let index = names[kind] else { return nil }
        let scores = index.scores(TextPassages(title: title, description: description))
        return ScoreTable(
            codes: index.targets.map(\.code), names: ["coverage", "phrase", "nearest", "whole", "link"],
            scores: [
                scores.coverage, scores.phrase, scores.nearest, scores.whole,
                links(
                    kind, index,
                    occupations.match(title: title, description: description, language: language, limit: Self.linkedOccupations)),
            ])
    }
}

/// What a sentence speaks of.
struct TagReading: Hashable, Sendable {
    let target: TagTarget
    let confidence: Double
    /// Its place among the sentences; the title is the first when there is one.
    let sentence: Int
    /// Of the words of a name that stands there word for word, 0...1; 0 when none does.
    let rarity: Double

    var isNamed: Bool { rarity > 0 }
}
