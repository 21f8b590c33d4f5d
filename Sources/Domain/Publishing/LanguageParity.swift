/// How far a program says in both languages what it says in one.
package struct LanguageParity: Hashable, Sendable {
    /// Texts that are there in at least one language.
    package let texts: Int
    /// For each language, the fields whose text it lacks and the other has.
    package let missing: [Language: [ProgramField]]

    package init(_ program: Program) {
        let pairs: [(LocalizedText, en: ProgramField, fr: ProgramField)] =
            [
                (program.title, .titleEn, .titleFr), (program.summary, .summaryEn, .summaryFr),
                (program.description, .descriptionEn, .descriptionFr), (program.department, .departmentEn, .departmentFr),
                (program.priorEducationNote, .priorEducationNoteEn, .priorEducationNoteFr),
                (program.assessment, .assessmentEn, .assessmentFr),
            ] + program.outcomes.map { ($0, .outcomes, .outcomes) } + [(program.sequence?.title ?? LocalizedText(), .sequence, .sequence)]
        let given = pairs.filter { !$0.0.isEmpty }
        texts = given.count
        missing = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                (language, given.filter { $0.0[language] == nil }.map { language == .en ? $0.en : $0.fr })
            })
    }

    package func lacking(in language: Language) -> [ProgramField] { missing[language] ?? [] }

    /// 0 to 1: the share of texts a reader of that language finds in it.
    package func share(_ language: Language) -> Double { texts == 0 ? 0 : 1 - Double(lacking(in: language).count) / Double(texts) }

    package var isWhole: Bool { Language.allCases.allSatisfy { lacking(in: $0).isEmpty } }

    /// The language in which there is no title: readers of it are shown the other one.
    package var absent: Language? { Language.allCases.first { lacking(in: $0).contains($0 == .en ? .titleEn : .titleFr) } }
}
