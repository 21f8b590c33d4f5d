import Domain
import TextAnalysis

/// Puts together what the taxonomies list more than once: the skill "Python programming" and the technology "Python".
///
/// Two entries are the same when a name of each has the same words, words such as "programming" or "software" apart.
struct SameThings {
    private let information: LabourMarketInformation

    init(_ information: LabourMarketInformation) { self.information = information }

    func merged(_ findings: [PostingReading.Finding]) -> [PostingReading.Finding] {
        var groups: [(cores: Set<String>, members: [PostingReading.Finding])] = []
        for finding in findings.sorted(by: isBetter) {
            let cores = cores(finding.target)
            if let place = groups.firstIndex(where: { !$0.cores.isDisjoint(with: cores) }) {
                groups[place].members.append(finding)
            } else {
                // Only the first one's names: a chain of likenesses leads anywhere.
                groups.append((cores, [finding]))
            }
        }
        return groups.map { group in
            let first = group.members[0]
            // Asked for in one place and welcome in another: it is asked for.
            let role = group.members.map(\.role).min { $0.rank < $1.rank } ?? first.role
            return PostingReading.Finding(
                target: first.target, also: group.members.dropFirst().map(\.target), role: role, confidence: first.confidence,
                isNamed: first.isNamed, piece: first.piece)
        }
    }

    /// Without what is only meant because a name stands there that is a part of its own: "First aid" does not mean "Wilderness first aid".
    func withoutEchoes(_ findings: [PostingReading.Finding]) -> [PostingReading.Finding] {
        let named = findings.filter(\.isNamed).map { (piece: $0.piece, words: wordSets($0.target)) }
        return findings.filter { finding in
            guard !finding.isNamed else { return true }
            let own = wordSets(finding.target)
            return !named.contains { other in
                other.piece == finding.piece && other.words.contains { words in own.contains { words.isStrictSubset(of: $0) } }
            }
        }
    }

    private func wordSets(_ target: TagTarget) -> [Set<Substring>] { cores(target).map { Set($0.split(separator: " ")) } }

    /// Named before meant, then the tool that is named before the skill that has its name as another one, then the surer one, then the portal's own
    /// skills, whose names are in both languages.
    private func isBetter(_ a: PostingReading.Finding, _ b: PostingReading.Finding) -> Bool {
        if a.isNamed != b.isNamed { return a.isNamed }
        if a.isNamed, a.target.kind != b.target.kind { return a.target.kind == .technology }
        if a.confidence != b.confidence { return a.confidence > b.confidence }
        return a.target.code > b.target.code
    }

    private func cores(_ target: TagTarget) -> Set<String> {
        var names: [String] = []
        switch target {
        case .skill(let id):
            guard let skill = information.skill(id) else { return [] }
            names = Language.allCases.flatMap { [skill.name[$0]].compactMap(\.self) + (skill.aliases[$0] ?? []) }
        case .technology(let id): names = Language.allCases.compactMap { information.technology(id)?.name[$0] }
        case .occupation, .industry: return []
        }
        return Set(names.map(Self.core).filter { !$0.isEmpty })
    }

    static func core(_ name: String) -> String {
        TextAnalyzer().stems(name).filter { !common.contains($0) }.sorted().joined(separator: " ")
    }

    private static let common: Set<String> = Set(
        [
            "programming", "software", "administration", "computer", "using", "use", "basics", "Microsoft", "programmation", "informatique",
            "logiciel",
            "utilisation", "langage", "language", "operation", "application", "applications", "management", "gestion",
        ].flatMap { TextAnalyzer().stems($0) })
}
