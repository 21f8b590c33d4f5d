package import Domain
import Storage

/// A tag that waits for somebody's decision, and why it is suggested.
package struct ReviewItem: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The program's text speaks for it; `nil` when no sentence says more than the others.
        case text(TextEvidence?)
        /// An import gave this code of NOC 2016, which was divided among several groups.
        case formerCode(String)
        /// An import suggested it, with these words or without.
        case imported(String?)
    }

    package let target: TagTarget
    /// `nil` for what no text was read for.
    package let confidence: Double?
    package let reason: Reason
    package let taxonomyVersion: String?

    init(_ suggestion: ReadSuggestion) {
        target = suggestion.target
        confidence = suggestion.confidence
        reason = .text(suggestion.evidence)
        taxonomyVersion = suggestion.taxonomyVersion
    }

    init(_ tag: Tag) {
        target = tag.target
        confidence = tag.confidence
        reason = tag.evidence.flatMap(FormerCode.code).map(Reason.formerCode) ?? .imported(tag.evidence)
        taxonomyVersion = tag.taxonomyVersion
    }

    var origin: TagDecision.Origin {
        switch reason {
        case .formerCode: .formerCode
        case .text, .imported: .suggestion
        }
    }

    /// What waits for a program: what imports suggest first, then what was read, each kind the most confident first. A tag somebody decided
    /// about does not come again.
    static func waiting(_ program: Program, _ reading: TextReading?) -> [ReviewItem] {
        let known = Set(program.tags.map(\.target))
        let imported = program.tags.filter { $0.state == .suggested }.map(ReviewItem.init)
        let read = (reading?.suggestions ?? []).filter { !known.contains($0.target) }.map(ReviewItem.init)
        let all = imported + read
        return TagTarget.Kind.allCases.flatMap { kind in all.filter { $0.target.kind == kind } }
    }
}

/// The evidence of a tag that comes from a divided code of NOC 2016.
enum FormerCode {
    private static let mark = "NOC 2016: "

    static func evidence(_ code: String) -> String { mark + code }

    static func code(_ evidence: String) -> String? {
        evidence.hasPrefix(mark) ? String(evidence.dropFirst(mark.count)) : nil
    }
}

extension Tag {
    /// The code of NOC 2016 it comes from, where it does.
    package var formerCode: String? { evidence.flatMap(FormerCode.code) }
}
