package import Domain

/// What a job posting asks for, as far as it can be read. A person decides.
package struct PostingReading: Sendable {
    package let document: PostingDocument
    /// The likeliest first.
    package let occupations: [Job]
    /// The first of them may be acted on without asking.
    package let isSure: Bool
    /// What must be there first, then what is welcome; the surest first.
    package let findings: [Finding]

    package struct Job: Hashable, Sendable {
        package let code: OccupationCode
        /// 0...1.
        package let confidence: Double
        /// The title of the group that is nearest to the posting's.
        package let matchedTitle: String?
        package let matchedLanguage: Language?
    }

    /// A skill or technology, with where it stands.
    package struct Finding: Hashable, Sendable {
        package let target: TagTarget
        /// Entries of the taxonomies that mean the same: a program that teaches one of them teaches it.
        package let also: [TagTarget]
        package let role: PostingRole
        /// 0...1 (docs/matching.md, "Postings").
        package let confidence: Double
        /// A name of it stands in the text, word for word.
        package let isNamed: Bool
        /// The piece of the document it comes from; `nil` for the title.
        package let piece: Int?

        package var targets: [TagTarget] { [target] + also }
    }

    package func sentence(of finding: Finding) -> String { finding.piece.map { document.pieces[$0].text } ?? document.title }
}
