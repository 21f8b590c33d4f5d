/// One thing an editor can change of a program: what differences are told by, and what is chosen between when two edited at once.
package enum ProgramField: String, CaseIterable, Sendable {
    case reference
    case titleEn = "title-en"
    case titleFr = "title-fr"
    case summaryEn = "summary-en"
    case summaryFr = "summary-fr"
    case descriptionEn = "description-en"
    case descriptionFr = "description-fr"
    case outcomes
    case departmentEn = "department-en"
    case departmentFr = "department-fr"
    case hours, weeks
    case priorEducation = "prior-education"
    case priorEducationNoteEn = "prior-education-note-en"
    case priorEducationNoteFr = "prior-education-note-fr"
    case credential
    case assessmentEn = "assessment-en"
    case assessmentFr = "assessment-fr"
    case cipCode = "cip-code"
    case funding
    case isWorkIntegrated = "work-integrated"
    case isHandsOn = "hands-on"
    case supports, endorsements, sequence, url, offerings, tags
    case lastConfirmed = "last-confirmed"
    case state

    /// What a form holds. Tags have a page of their own; what is left comes about by acts.
    package var isInForm: Bool {
        switch self {
        case .tags, .lastConfirmed, .state: false
        default: true
        }
    }

    /// Whether two programs are the same in it.
    package func isSame(_ a: Program, _ b: Program) -> Bool { part.isSame(a, b) }

    /// Gives `program` what `other` has.
    package func take(from other: Program, into program: inout Program) { part.take(other, &program) }

    /// In what two programs differ, in the order of a form.
    package static func differences(_ a: Program, _ b: Program) -> [ProgramField] {
        a == b ? [] : allCases.filter { !$0.isSame(a, b) }
    }

    private var part: ProgramPart {
        switch self {
        case .reference: .init(\.reference)
        case .titleEn: .init(\.title.en)
        case .titleFr: .init(\.title.fr)
        case .summaryEn: .init(\.summary.en)
        case .summaryFr: .init(\.summary.fr)
        case .descriptionEn: .init(\.description.en)
        case .descriptionFr: .init(\.description.fr)
        case .outcomes: .init(\.outcomes)
        case .departmentEn: .init(\.department.en)
        case .departmentFr: .init(\.department.fr)
        case .hours: .init(\.hours)
        case .weeks: .init(\.weeks)
        case .priorEducation: .init(\.priorEducation)
        case .priorEducationNoteEn: .init(\.priorEducationNote.en)
        case .priorEducationNoteFr: .init(\.priorEducationNote.fr)
        case .credential: .init(\.credential)
        case .assessmentEn: .init(\.assessment.en)
        case .assessmentFr: .init(\.assessment.fr)
        case .cipCode: .init(\.cipCode)
        case .funding: .init(\.funding)
        case .isWorkIntegrated: .init(\.isWorkIntegrated)
        case .isHandsOn: .init(\.isHandsOn)
        case .supports: .init(\.supports)
        case .endorsements: .init(\.endorsements)
        case .sequence: .init(\.sequence)
        case .url: .init(\.url)
        case .offerings: .init(\.offerings)
        case .tags: .init(\.tags)
        case .lastConfirmed: .init(\.lastConfirmed)
        case .state: .init(\.state)
        }
    }
}

/// A part of a program that can be compared and copied.
private struct ProgramPart {
    let isSame: (Program, Program) -> Bool
    let take: (Program, inout Program) -> Void

    init<Value: Equatable>(_ path: WritableKeyPath<Program, Value>) {
        isSame = { $0[keyPath: path] == $1[keyPath: path] }
        take = { $1[keyPath: path] = $0[keyPath: path] }
    }
}
