/// What a posting says is *not* asked for: "no experience with Excel needed" names Excel and does not want it.
enum PostingDenial {
    /// A sentence cut where it turns around, each part with whether it denies what it names: "Excel is not required, but you must know Word".
    static func clauses(_ sentence: Substring) -> [(text: Substring, isDenial: Bool)] {
        guard isIn(sentence) else { return [(sentence, false)] }
        var parts: [Substring] = []
        var start = sentence.startIndex
        for turn in sentence.ranges(of: turns) {
            parts.append(sentence[start..<turn.lowerBound])
            start = turn.upperBound
        }
        parts.append(sentence[start...])
        // "Not required but an asset" is about one thing, and that is welcome.
        guard !parts.contains(where: isMereWelcome) else { return [(sentence, false)] }
        return parts.map { ($0, isIn($0)) }
    }

    /// A part that names nothing: "is an asset", « serait un atout ».
    private static func isMereWelcome(_ part: Substring) -> Bool {
        let folded = PostingDocument.folded(part)
        guard PostingCues.role(of: folded) == .preferred, let first = folded.split(separator: " ").first else { return false }
        return welcomes.contains(first)
    }

    private static let welcomes: Set<Substring> = [
        "is", "are", "an", "a", "would", "will", "considered", "preferred", "desirable", "est", "sont", "serait", "seraient", "sera", "un",
        "constitue", "souhaite", "souhaitee",
    ]

    private static func isIn(_ sentence: Substring) -> Bool {
        let padded = " " + PostingDocument.folded(sentence) + " "
        return phrases.contains(where: padded.contains) || padded.contains(noSuchNeed)
    }

    /// Folded, padded with spaces.
    private static let phrases = [
        " not required ", " isn't required ", " aren't required ", " not needed ", " not necessary ", " not mandatory ", " not essential ",
        " not a requirement ", " no need ", " no experience ", " no prior experience ", " no previous experience ",
        " pas requis ", " pas requise ", " pas requises ", " pas necessaire ", " pas necessaires ", " pas obligatoire ",
        " pas obligatoires ", " pas exige ", " pas exigee ", " pas exiges ", " pas exigees ", " pas indispensable ", " pas essentiel ",
        " pas essentielle ", " pas besoin ", " aucune experience ", " sans experience ", " non requis ", " non requise ", " non requises ",
    ]

    /// "No forklift licence needed", « aucun permis de cariste requis ».
    private nonisolated(unsafe) static let noSuchNeed =
        #/ (?:no|aucun|aucune) (?:[^ ]+ ){1,6}(?:required|needed|necessary|requis|requise|exige|exigee|necessaire|obligatoire) /#

    private nonisolated(unsafe) static let turns = /,?\s(?:but|however|mais|cependant|toutefois|par contre)\s,?/.ignoresCase()
}
