/// What somebody wrote, without what their mail program put under it: the mail it answers.
enum QuotedText {
    static func cut(_ text: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { clean($0) }
        var end = lines.count
        for (index, line) in lines.enumerated() where begins(line, next: index + 1 < lines.count ? lines[index + 1] : "") {
            end = index
            break
        }
        var kept = Array(lines[..<end])
        // An answer under the quotation: then there is nothing before it, and what is not quoted is what was written.
        if kept.allSatisfy({ $0.trimmedOfSpace.isEmpty }) {
            kept = lines.filter { !$0.hasPrefix(">") && !isIntroduction($0) && !isRuler($0) }
        }
        while let last = kept.last, last.trimmedOfSpace.isEmpty || last.hasPrefix(">") { kept.removeLast() }
        while let first = kept.first, first.trimmedOfSpace.isEmpty || first.hasPrefix(">") { kept.removeFirst() }
        return kept.joined(separator: "\n")
    }

    private static func begins(_ line: String, next: String) -> Bool {
        if isRuler(line) || isIntroduction(line) { return true }
        // An introduction that was broken into two lines.
        if isIntroduction(line + " " + next), line.hasPrefix("On ") || line.hasPrefix("Le ") { return true }
        // A signature.
        if line == "-- " || line == "--" { return true }
        return (line.hasPrefix("From: ") || line.hasPrefix("De : ") || line.hasPrefix("De: "))
            && ["Sent:", "Date:", "Envoyé", "To:", "À :"].contains { next.hasPrefix($0) }
    }

    /// `On Mon, Nov 23, 2026 at 9:00 AM Ana <ana@…> wrote:`, `Le lun. 23 nov. 2026 à 09 h, Ana <…> a écrit :`
    private static func isIntroduction(_ line: String) -> Bool {
        let trimmed = line.trimmedOfSpace
        guard trimmed.hasSuffix(":"), trimmed.count < 300 else { return false }
        let words = trimmed.dropLast().trimmedOfSpace
        return (trimmed.hasPrefix("On ") && words.hasSuffix("wrote")) || (trimmed.hasPrefix("Le ") && words.hasSuffix("a écrit"))
    }

    /// `-----Original Message-----`, `________________`
    private static func isRuler(_ line: String) -> Bool {
        let trimmed = line.trimmedOfSpace
        if trimmed.count >= 16, trimmed.allSatisfy({ $0 == "_" }) { return true }
        guard trimmed.hasPrefix("-----") else { return false }
        let words = trimmed.drop { $0 == "-" }.trimmedOfSpace.lowercased()
        return ["original message", "message d'origine", "message d’origine", "message original"].contains { words.hasPrefix($0) }
    }

    /// Without controls, which no reader wants.
    private static func clean(_ line: Substring) -> String {
        var text = ""
        for scalar in line.unicodeScalars where scalar == "\t" || scalar.properties.generalCategory != .control {
            text.unicodeScalars.append(scalar)
        }
        return text.replacing("\u{A0}", with: " ")
    }
}
