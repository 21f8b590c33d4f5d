import Domain

/// Learning outcomes as two cells: line 3 of one and line 3 of the other are the same outcome in two languages.
enum OutcomesCells {
    static func cell(_ outcomes: [LocalizedText], _ language: Language) -> String {
        guard outcomes.contains(where: { $0[language] != nil }) else { return "" }
        return outcomes.map { outcome in
            guard let text = outcome[language] else { return LineList.absent }
            return text == LineList.absent ? "\\" + text : LineList.escaped(text)
        }.joined(separator: "\n")
    }

    /// A line that is blank or `~` is an outcome not given in that language; one given in neither is left out.
    static func outcomes(en: String, fr: String) -> [LocalizedText] {
        let english = texts(en)
        let french = texts(fr)
        return (0..<max(english.count, french.count)).map { index in
            LocalizedText(
                en: index < english.count ? english[index] : nil, fr: index < french.count ? french[index] : nil)
        }.filter { !$0.isEmpty }
    }

    private static func texts(_ cell: String) -> [String?] {
        LineList.lines(cell).map { line in
            switch line {
            case "", LineList.absent: nil
            case "\\" + LineList.absent: LineList.absent
            default: LineList.unescaped(line)
            }
        }
    }
}
