package import Domain

/// A tag that a program's text speaks for. A person decides.
package struct TagSuggestion: Hashable, Sendable {
    package let target: TagTarget
    /// 0...1: how often a suggestion with such scores was right on the programs it was fitted to (docs/matching.md, "Suggestions").
    package let confidence: Double
    /// The sentence of the text, or its title, that speaks most for it.
    package let evidence: String?
    /// `NOC 2021 v1.0`: the release the code belongs to.
    package let taxonomyVersion: String?

    package init(target: TagTarget, confidence: Double, evidence: String?, taxonomyVersion: String?) {
        self.target = target
        self.confidence = confidence
        self.evidence = evidence
        self.taxonomyVersion = taxonomyVersion
    }
}
