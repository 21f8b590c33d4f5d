import Domain

/// What a hand-written demonstration program lends to invented ones on its subject: sentences and tags that belong together.
struct ProgramTheme: Sendable {
    let title: LocalizedText
    /// Begins the references of programs on the subject: `WLD`.
    let prefix: String
    let sentences: [LocalizedText]
    let outcomes: [LocalizedText]
    let department: LocalizedText
    let cipCode: String?
    let occupations: [OccupationCode]
    let industries: [Industry.Code]
    let skills: [Skill.ID]

    /// Those of the demonstration that are told in both languages, sentence by sentence.
    static func all() throws -> [ProgramTheme] {
        let themes = try DemonstrationFiles.programs().compactMap(ProgramTheme.init)
        precondition(!themes.isEmpty, "no demonstration program is told in both languages")
        return themes
    }

    private init?(_ program: DemonstrationProgram) {
        guard program.title.isBilingual, let description = program.description else { return nil }
        let (english, french) = (Self.sentences(description.en ?? ""), Self.sentences(description.fr ?? ""))
        guard !english.isEmpty, english.count == french.count else { return nil }
        title = program.title
        prefix = String(program.reference.prefix { $0.isLetter })
        sentences = zip(english, french).map { LocalizedText(en: $0, fr: $1) }
        outcomes = (program.outcomes ?? []).filter(\.isBilingual)
        department = program.department ?? LocalizedText()
        cipCode = program.cipCode
        occupations = (program.occupations ?? []).compactMap { OccupationCode($0) }
        industries = (program.industries ?? []).map { Industry.Code($0) }
        skills = (program.skills ?? []).map { Skill.ID($0) }
    }

    /// A sentence ends with a period before a space and a capital letter.
    private static func sentences(_ text: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        for word in text.split(separator: " ") {
            if current.last == ".", word.first?.isUppercase == true {
                sentences.append(current)
                current = ""
            }
            current += current.isEmpty ? String(word) : " \(word)"
        }
        return current.isEmpty ? sentences : sentences + [current]
    }
}
