package import Domain
import TextAnalysis

/// The words of a sentence that are the words of a name: what a reader's eye should fall on.
package enum EvidenceMarks {
    /// - Returns: in order, none inside another; empty when the sentence says it in other words.
    package static func ranges(in sentence: String, of target: TagTarget, _ information: LabourMarketInformation) -> [Range<String.Index>] {
        let words = words(sentence)
        let present = Set(words.map(\.stem))
        let best = names(target, information).map { Set(TextAnalyzer().stems($0)) }.filter { !$0.isEmpty }
            .map { (stems: $0, share: Double($0.intersection(present).count) / Double($0.count)) }
            .max { ($0.share, $0.stems.count) < ($1.share, $1.stems.count) }
        guard let best, best.share >= 0.5 else { return [] }
        return words.filter { best.stems.contains($0.stem) }.map(\.range)
    }

    private static func words(_ sentence: String) -> [(stem: String, range: Range<String.Index>)] {
        var found: [(stem: String, range: Range<String.Index>)] = []
        var start: String.Index?
        func close(_ end: String.Index) {
            guard let begin = start else { return }
            let stems = TextAnalyzer().stems(String(sentence[begin..<end]))
            if let stem = stems.last { found.append((stem, begin..<end)) }
            start = nil
        }
        for place in sentence.indices {
            let isPart = sentence[place].isLetter || sentence[place].isNumber || "+#".contains(sentence[place])
            if isPart { start = start ?? place } else { close(place) }
        }
        close(sentence.endIndex)
        return found
    }

    private static func names(_ target: TagTarget, _ information: LabourMarketInformation) -> [String] {
        switch target {
        case .skill(let id):
            guard let skill = information.skill(id) else { return [] }
            return Language.allCases.flatMap { [skill.name[$0]].compactMap(\.self) + (skill.aliases[$0] ?? []) }
        case .technology(let id): return Language.allCases.compactMap { information.technology(id)?.name[$0] }
        case .occupation(let code): return Language.allCases.compactMap { information.occupation(code)?.title[$0] }
        case .industry(let code): return Language.allCases.compactMap { information.industry(code)?.title[$0] }
        }
    }
}
