/// The columns of the table of programs, in the order an export writes them. `docs/import-format.md` describes each.
package enum ProgramColumn: String, CaseIterable, Hashable, Sendable, Codable {
    case institution, reference, state
    case titleEn = "title_en"
    case titleFr = "title_fr"
    case summaryEn = "summary_en"
    case summaryFr = "summary_fr"
    case descriptionEn = "description_en"
    case descriptionFr = "description_fr"
    case outcomesEn = "outcomes_en"
    case outcomesFr = "outcomes_fr"
    case departmentEn = "department_en"
    case departmentFr = "department_fr"
    case hours, weeks
    case priorEducation = "prior_education"
    case priorEducationNoteEn = "prior_education_note_en"
    case priorEducationNoteFr = "prior_education_note_fr"
    case credential
    case assessmentEn = "assessment_en"
    case assessmentFr = "assessment_fr"
    case cipCode = "cip_code"
    case funding
    case workIntegrated = "work_integrated"
    case handsOn = "hands_on"
    case supports, endorsements
    case sequenceReference = "sequence_reference"
    case sequenceTitleEn = "sequence_title_en"
    case sequenceTitleFr = "sequence_title_fr"
    case sequencePosition = "sequence_position"
    case url, offerings, occupations, industries, skills, technologies
    case otherTags = "other_tags"
    case lastConfirmed = "last_confirmed"
    case id

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
            rawValue
        }
    }
}

/// The two forms a table of programs is written in.
package enum ProgramTableFormat: String, CaseIterable, Sendable {
    case csv, json
}
