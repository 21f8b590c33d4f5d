import TextAnalysis

/// A posting's plain text cut into the sentences and bullets it is made of, each with what it says of what it names.
package struct PostingDocument: Sendable {
    package struct Piece: Hashable, Sendable {
        /// As it stands in the text.
        package let text: String
        package let role: PostingRole
    }

    package private(set) var title: String
    package private(set) var pieces: [Piece] = []
    /// There was more than is read.
    package private(set) var isCut = false

    /// 150: the longest postings we wrote for measuring have 60. What comes after is small print.
    static let most = 150
    /// Characters of one piece; what is longer has no sentences.
    static let longest = 600
    private static let longestTitle = 120

    /// - Parameter title: when whoever wrote the text gave one apart; else it is the first line, if it is short.
    package init(title: String = "", text: String) {
        self.title = title
        var role = PostingRole.mentioned
        var isFirst = true
        for line in text.split(whereSeparator: \.isNewline) {
            let plain = Self.trimmed(line)
            guard plain.contains(where: \.isLetter) else { continue }
            defer { isFirst = false }
            if self.title.isEmpty, isFirst, let named = Self.title(plain) {
                self.title = named
                continue
            }
            guard pieces.count < Self.most else {
                isCut = true
                break
            }
            read(line, plain, &role)
        }
        // A text that seems to speak of the employer alone was misread: all of it counts.
        if pieces.allSatisfy({ $0.role == .aside }) { pieces = pieces.map { Piece(text: $0.text, role: .mentioned) } }
    }

    private mutating func read(_ line: Substring, _ plain: Substring, _ role: inout PostingRole) {
        let isBullet = line.drop(while: \.isWhitespace).first.map { "•·▪-–*◦‣".contains($0) } ?? false
        var rest = plain
        if !isBullet {
            let colon = plain.firstIndex { $0 == ":" || $0 == "：" }
            let head = Self.folded(colon.map { plain[..<$0] } ?? plain)
            if let found = PostingCues.heading(head, hasColon: colon != nil) {
                role = found
                rest = colon.map { plain[plain.index(after: $0)...] } ?? ""
            }
        }
        for sentence in Self.sentences(rest) {
            for (piece, isDenial) in PostingDenial.clauses(sentence.prefix(Self.longest)) {
                guard pieces.count < Self.most else {
                    isCut = true
                    return
                }
                let own = PostingCues.role(of: Self.folded(piece))
                // Inside what the employer says of itself nothing is asked, whatever words it uses; nor where it says what is not asked.
                pieces.append(Piece(text: String(piece), role: role == .aside || isDenial ? .aside : own ?? role))
            }
        }
    }

    /// `Job title: Welder` names it; else a short first line that is no sentence and no heading.
    private static func title(_ line: Substring) -> String? {
        let folded = folded(line)
        for label in ["job title", "title", "position", "titre du poste", "titre", "poste"]
        where folded.hasPrefix(label + " ") || folded == label {
            if let colon = line.firstIndex(of: ":") {
                let named = trimmed(line[line.index(after: colon)...])
                if !named.isEmpty { return String(named.prefix(longestTitle)) }
            }
        }
        guard line.count <= longestTitle, line.last != ".", line.last != ":", PostingCues.heading(folded, hasColon: false) == nil else {
            return nil
        }
        return String(line)
    }

    private static func sentences(_ line: Substring) -> [Substring] {
        var found: [Substring] = []
        var start = line.startIndex
        func close(_ end: Substring.Index) {
            let piece = trimmed(line[start..<end])
            if piece.contains(where: \.isLetter) { found.append(piece) }
        }
        for place in line.indices {
            let next = line.index(after: place)
            let isEnd =
                switch line[place] {
                case ";", "•", "·", "▪", "!", "?": true
                case ".": next == line.endIndex || line[next].isWhitespace
                default: false
                }
            guard isEnd else { continue }
            close(place)
            start = next
        }
        close(line.endIndex)
        return found
    }

    static func folded(_ text: some StringProtocol) -> String {
        Folding.folded(String(text)).split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "-" }.joined(separator: " ")
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let noise: (Character) -> Bool = { $0.isWhitespace || "•·▪-–—*#◦‣>".contains($0) }
        guard let last = text.lastIndex(where: { !$0.isWhitespace && $0 != "*" }) else { return "" }
        return text[...last].drop(while: noise)
    }
}
