/// The columns of the table of programs, in the order an export writes them. `docs/import-format.md` describes each.
///
/// The raw value is the column's place in that order.
package enum ProgramColumn: Int, CaseIterable, Hashable, Sendable {
    case institution, reference, state, titleEn, titleFr, summaryEn, summaryFr, descriptionEn, descriptionFr, outcomesEn, outcomesFr
    case departmentEn, departmentFr, hours, weeks, priorEducation, priorEducationNoteEn, priorEducationNoteFr, credential
    case assessmentEn, assessmentFr, cipCode, funding, workIntegrated, handsOn, supports, endorsements
    case sequenceReference, sequenceTitleEn, sequenceTitleFr, sequencePosition
    case url, offerings, occupations, industries, skills, technologies, otherTags, lastConfirmed, id

    /// As it stands in the first row of the table.
    package var name: String { Self.names[rawValue] }

    package init?(name: String) {
        guard let place = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: place)
    }

    package static let names = [
        "institution", "reference", "state", "title_en", "title_fr", "summary_en", "summary_fr", "description_en", "description_fr",
        "outcomes_en", "outcomes_fr", "department_en", "department_fr", "hours", "weeks", "prior_education", "prior_education_note_en",
        "prior_education_note_fr", "credential", "assessment_en", "assessment_fr", "cip_code", "funding", "work_integrated", "hands_on",
        "supports", "endorsements", "sequence_reference", "sequence_title_en", "sequence_title_fr", "sequence_position", "url",
        "offerings", "occupations", "industries", "skills", "technologies", "other_tags", "last_confirmed", "id",
    ]

    /// Columns without which a row names no program.
    package static let key: [ProgramColumn] = [.institution, .reference]

    /// Where the same value stands in the JSON form.
    package var jsonPath: String {
        switch self {
        case .titleEn: "title.en"
        case .titleFr: "title.fr"
        case .summaryEn: "summary.en"
        case .summaryFr: "summary.fr"
        case .descriptionEn: "description.en"
        case .descriptionFr: "description.fr"
        case .outcomesEn, .outcomesFr: "outcomes"
        case .departmentEn: "department.en"
        case .departmentFr: "department.fr"
        case .priorEducation: "priorEducation"
        case .priorEducationNoteEn: "priorEducationNote.en"
        case .priorEducationNoteFr: "priorEducationNote.fr"
        case .assessmentEn: "assessment.en"
        case .assessmentFr: "assessment.fr"
        case .cipCode: "cipCode"
        case .workIntegrated: "isWorkIntegrated"
        case .handsOn: "isHandsOn"
        case .sequenceReference: "sequence.reference"
        case .sequenceTitleEn: "sequence.title.en"
        case .sequenceTitleFr: "sequence.title.fr"
        case .sequencePosition: "sequence.position"
        case .otherTags: "otherTags"
        case .lastConfirmed: "lastConfirmed"
        case .institution, .reference, .state, .hours, .weeks, .credential, .funding, .supports, .endorsements, .url, .offerings,
            .occupations, .industries, .skills, .technologies, .id:
            name
        }
    }
}

/// The forms a table of programs is written in.
package enum ProgramTableFormat: String, CaseIterable, Sendable {
    case csv, json
    /// A workbook (Office Open XML).
    case xlsx
}
