/// What the portal read out of a program's text, and with what.
package struct TextReading: Hashable, Sendable {
    package let program: Program.ID
    /// Of the text it was read from: another text has another digest.
    package let digest: String
    /// The language that was read; `nil` when there is no text to read.
    package let language: Language?
    package let reader: ReaderVersion
    package let at: Timestamp
    package let suggestions: [ReadSuggestion]

    package init(
        program: Program.ID, digest: String, language: Language?, reader: ReaderVersion, at: Timestamp, suggestions: [ReadSuggestion]
    ) {
        self.program = program
        self.digest = digest
        self.language = language
        self.reader = reader
        self.at = at
        self.suggestions = suggestions
    }
}

/// What texts are read with. Where either differs, the same text may give other suggestions.
package struct ReaderVersion: Hashable, Sendable {
    /// The rules and the model.
    package let matcher: String
    /// The releases of all taxonomies: `NOC 2021 v1.0; …`.
    package let taxonomy: String

    package init(matcher: String, taxonomy: String) {
        self.matcher = matcher
        self.taxonomy = taxonomy
    }
}

/// Which of the two readings a program can have.
package enum ReadingSide: String, Sendable, CaseIterable {
    /// What staff review.
    case current
    /// The same text read anew with a newer matcher or taxonomy: it waits until somebody takes it or leaves it.
    case next
}

/// A tag that a program's text speaks for, kept until somebody decides.
package struct ReadSuggestion: Hashable, Sendable {
    package let target: TagTarget
    /// 0...1, calibrated.
    package let confidence: Double
    /// The sentence it rests on, and where it stands; `nil` when no sentence says more than the others.
    package let evidence: TextEvidence?
    package let taxonomyVersion: String?

    package init(target: TagTarget, confidence: Double, evidence: TextEvidence?, taxonomyVersion: String?) {
        self.target = target
        self.confidence = confidence
        self.evidence = evidence
        self.taxonomyVersion = taxonomyVersion
    }
}

/// A sentence of a program's text, and its place in it.
package struct TextEvidence: Hashable, Sendable {
    /// `title`, `summary`, `description`, or `outcome` with its number from 0: `outcome.3`.
    package let part: String
    /// Bytes of UTF-8 before it in its part.
    package let start: Int
    package let sentence: String

    package init(part: String, start: Int, sentence: String) {
        self.part = part
        self.start = start
        self.sentence = sentence
    }
}
