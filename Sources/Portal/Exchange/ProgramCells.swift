import Domain

/// A program as the texts of its columns.
enum ProgramCells {
    static func cells(_ program: Program) -> [String] {
        let tags = TagCells(program.tags)
        return ProgramColumn.allCases.map { cell($0, program, tags) }
    }

    private static func cell(_ column: ProgramColumn, _ program: Program, _ tags: TagCells) -> String {
        switch column {
        case .institution: program.institution.rawValue
        case .reference: program.reference
        case .state: program.state.rawValue
        case .titleEn: program.title.en ?? ""
        case .titleFr: program.title.fr ?? ""
        case .summaryEn: program.summary.en ?? ""
        case .summaryFr: program.summary.fr ?? ""
        case .descriptionEn: program.description.en ?? ""
        case .descriptionFr: program.description.fr ?? ""
        case .outcomesEn: OutcomesCells.cell(program.outcomes, .en)
        case .outcomesFr: OutcomesCells.cell(program.outcomes, .fr)
        case .departmentEn: program.department.en ?? ""
        case .departmentFr: program.department.fr ?? ""
        case .hours: program.hours.map(NumberText.text) ?? ""
        case .weeks: program.weeks.map(NumberText.text) ?? ""
        case .priorEducation: program.priorEducation.rawValue
        case .priorEducationNoteEn: program.priorEducationNote.en ?? ""
        case .priorEducationNoteFr: program.priorEducationNote.fr ?? ""
        case .credential: program.credential.rawValue
        case .assessmentEn: program.assessment.en ?? ""
        case .assessmentFr: program.assessment.fr ?? ""
        case .cipCode: program.cipCode ?? ""
        case .funding: words(program.funding)
        case .workIntegrated: program.isWorkIntegrated ? "yes" : "no"
        case .handsOn: program.isHandsOn ? "yes" : "no"
        case .supports: words(program.supports)
        case .endorsements: EndorsementLines.cell(program.endorsements)
        case .sequenceReference: program.sequence?.reference ?? ""
        case .sequenceTitleEn: program.sequence?.title.en ?? ""
        case .sequenceTitleFr: program.sequence?.title.fr ?? ""
        case .sequencePosition: program.sequence.map { String($0.position) } ?? ""
        case .url: program.url
        case .offerings: OfferingLines.cell(program.offerings)
        case .occupations: (tags.approved[.occupation] ?? []).joined(separator: "|")
        case .industries: (tags.approved[.industry] ?? []).joined(separator: "|")
        case .skills: (tags.approved[.skill] ?? []).joined(separator: "|")
        case .technologies: (tags.approved[.technology] ?? []).joined(separator: "|")
        case .otherTags: tags.other.isEmpty ? "" : JSONValue.array(tags.other.map(\.json)).description
        case .lastConfirmed: program.lastConfirmed?.description ?? ""
        case .id: program.id.rawValue
        }
    }

    /// In the order in which the vocabulary lists them, so that the same set is always the same text.
    private static func words<Word: RawRepresentable<String> & CaseIterable & Hashable>(_ words: Set<Word>) -> String {
        Word.allCases.filter(words.contains).map(\.rawValue).joined(separator: "|")
    }
}
