package import Domain
import TextAnalysis

/// Reads job postings: occupations from title and text, skills and technologies with the sentence each comes from.
///
/// Built once from the reference data, then asked from any thread.
package struct PostingReader: Sendable {
    private let matcher: OccupationMatcher
    private let texts: OccupationTextMatcher
    private let suggester: TagSuggester
    private let information: LabourMarketInformation
    private let products: EverydayProducts

    /// Shown, and looked for in programs: no posting asks for more than somebody can untick.
    static let most = 24
    /// What is only meant, not named, must be this sure (docs/matching.md, "Postings").
    static let leastConfidence = 0.5
    /// Tools that no word names: of those below this none was right in the postings written for measuring.
    static let leastMeant = 0.75
    /// Of a product that is called like an everyday word: its capital letter is no proof.
    private static let everyday = 0.8
    private static let considered = 40
    private static let jobs = 5

    package init(_ information: LabourMarketInformation, matcher: OccupationMatcher) {
        self.matcher = matcher
        self.information = information
        texts = OccupationTextMatcher(matcher)
        products = EverydayProducts(information)
        suggester = TagSuggester(information, matcher: matcher, kinds: [.skill, .technology])
    }

    /// - Parameters:
    ///   - stated: the occupation, where the posting itself names its code.
    ///   - language: of the page that asks; the text may be in either, or in both.
    package func read(_ document: PostingDocument, stated: OccupationCode? = nil, language: Language? = nil) -> PostingReading {
        let kept = document.pieces.indices.filter { document.pieces[$0].role != .aside }
        let sentences = kept.map { document.pieces[$0].text }
        let (jobs, isSure) = occupations(document.title, sentences, stated: stated, language: language)
        var findings: [PostingReading.Finding] = []
        for kind in [TagTarget.Kind.skill, .technology] {
            let found = suggester.readings(
                kind, title: document.title, sentences: sentences, likely: jobs.map { ($0.code, $0.confidence) }, limit: Self.considered)
            for one in found {
                let hasTitle = !document.title.isBlank
                let place = one.sentence - (hasTitle ? 1 : 0)
                let piece = place < 0 ? nil : kept[place]
                let sentence = piece.map { document.pieces[$0].text } ?? document.title
                let isNamed = one.isNamed && isWholeName(one, in: sentence)
                let confidence = max(one.confidence, isNamed ? Self.named(one) : 0)
                guard confidence >= (kind == .technology && !isNamed ? Self.leastMeant : Self.leastConfidence) else { continue }
                findings.append(
                    PostingReading.Finding(
                        target: one.target, also: [], role: piece.map { document.pieces[$0].role } ?? .mentioned, confidence: confidence,
                        isNamed: isNamed, piece: piece))
            }
        }
        for place in kept {
            for product in products.named(in: document.pieces[place].text) where !findings.contains(where: { $0.target == product }) {
                findings.append(
                    PostingReading.Finding(
                        target: product, also: [], role: document.pieces[place].role, confidence: Self.everyday, isNamed: true, piece: place
                    ))
            }
        }
        let same = SameThings(information)
        let merged = same.withoutEchoes(same.merged(findings))
        let ordered = merged.sorted { a, b in
            if a.role.rank != b.role.rank { return a.role.rank < b.role.rank }
            return (b.confidence, a.target.code) < (a.confidence, b.target.code)
        }
        // Too much was found: the surest of it.
        let surest = Set(
            ordered.sorted { ($1.confidence, $0.target.code) < ($0.confidence, $1.target.code) }.prefix(Self.most).map(\.target))
        return PostingReading(
            document: document, occupations: jobs, isSure: isSure, findings: ordered.filter { surest.contains($0.target) })
    }

    /// A name that stands in the text says more the rarer its words are: `PostgreSQL` everything, `access` little.
    private static func named(_ reading: TagReading) -> Double { reading.rarity }

    /// A name of several words is not named by one of them, though the others are words the index passes over (`Meals Plus`); and a tool that is
    /// called like an everyday word (`Lifts`) is not named by it.
    private func isWholeName(_ reading: TagReading, in sentence: String) -> Bool {
        guard case .technology(let id) = reading.target, let technology = information.technology(id) else { return true }
        let analyzer = TextAnalyzer()
        let present = Set(analyzer.tokens(sentence).map(LightStem.stem))
        return Language.allCases.contains { language in
            guard let name = technology.name[language] else { return false }
            let words = analyzer.tokens(name).map(LightStem.stem)
            if words.count == 1, technology.kind == .tool, reading.rarity < Self.rareTool { return false }
            // Products are known without their maker.
            let isMakerLeftOut = words.count > 1 && technology.kind == .software
            return present.isSuperset(of: words) || (isMakerLeftOut && present.isSuperset(of: words.dropFirst()))
        }
    }

    private static let rareTool = 0.8

    /// By the title, as people search for jobs, and by the text, as programs are read; the title counts for more.
    private func occupations(
        _ title: String, _ sentences: [String], stated: OccupationCode?, language: Language?
    ) -> (jobs: [PostingReading.Job], isSure: Bool) {
        if let stated, information.occupation(stated) != nil {
            return ([PostingReading.Job(code: stated, confidence: 1, matchedTitle: nil, matchedLanguage: nil)], true)
        }
        let byTitle =
            PostingTitle(title).readings.map { matcher.match($0, language: language, limit: Self.jobs) }
            .max { ($0.first?.confidence ?? 0) < ($1.first?.confidence ?? 0) } ?? .none
        let description = sentences.joined(separator: "\n")
        let byText = texts.match(title: title, description: description, language: nil, limit: Self.jobs)
        var confidence: [OccupationCode: Double] = [:]
        for match in byTitle.matches {
            if let code = match.occupation { confidence[code, default: 0] += Self.titleShare * match.confidence }
        }
        for match in byText {
            if let code = OccupationCode(match.code) { confidence[code, default: 0] += (1 - Self.titleShare) * match.confidence }
        }
        let titles = Dictionary(byTitle.matches.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let jobs = confidence.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.jobs).map { code, value in
            let match = titles[code.rawValue]
            return PostingReading.Job(
                code: code, confidence: value, matchedTitle: match?.matchedTitle, matchedLanguage: match?.matchedLanguage)
        }
        // A title that is sure is believed, unless the text speaks for another one as surely.
        let textSays = byText.first.flatMap { OccupationCode($0.code) }
        if byTitle.isConfident, let said = byTitle.first?.occupation, let place = jobs.firstIndex(where: { $0.code == said }),
            textSays == said || (byText.first?.confidence ?? 0) < Self.leastContrary
        {
            return ([jobs[place]] + jobs[..<place] + jobs[(place + 1)...], true)
        }
        guard let first = jobs.first else { return ([], false) }
        let second = jobs.dropFirst().first?.confidence ?? 0
        let agree = byTitle.first?.occupation == first.code && byText.first?.code == first.code.rawValue
        return (Array(jobs), agree && first.confidence >= Self.leastAgreed && second < Self.closeShare * first.confidence)
    }

    private static let titleShare = 0.6
    private static let leastContrary = 0.6
    private static let leastAgreed = 0.4
    private static let closeShare = 0.7
}
