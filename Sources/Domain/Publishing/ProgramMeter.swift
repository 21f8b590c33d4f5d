/// What an institution has told of a program, as a meter: first the summary that recognises a micro-credential (who issues it, for what
/// competencies, how they are shown and recorded, who stands behind it), then what else a learner decides by.
package struct ProgramMeter: Hashable, Sendable {
    package enum Part: String, CaseIterable, Sendable {
        // The summary.
        /// The institution has a name in both languages.
        case issuer
        /// At least one approved skill.
        case competencies
        case outcomes
        case assessment
        /// What one receives, and that it is recorded under the institution's code.
        case transcript
        case endorsement
        // What else decides.
        case summary, description, length, department, price, dates, place, occupations
        case bothLanguages = "both-languages"

        package static let ofSummary: [Part] = [.issuer, .competencies, .outcomes, .assessment, .transcript, .endorsement]
    }

    /// In the order of `Part.allCases`, which is the order to add them in.
    package let missing: [Part]

    /// 0 to 1.
    package var share: Double { 1 - Double(missing.count) / Double(Part.allCases.count) }

    package init(_ program: Program, institution: Institution?, on today: CalendarDate) {
        let lacking = Set(program.completeness(on: today).missing)
        missing = Part.allCases.filter { part in
            switch part {
            case .issuer: institution?.name.isBilingual != true
            case .competencies: lacking.contains(.skills)
            case .outcomes: lacking.contains(.outcomes)
            case .assessment: lacking.contains(.assessment)
            case .transcript: program.reference.isBlank
            case .endorsement: program.endorsements.isEmpty
            case .summary: lacking.contains(.summary)
            case .description: lacking.contains(.description)
            case .length: lacking.contains(.length)
            case .department: lacking.contains(.department)
            case .price: lacking.contains(.price)
            case .dates: lacking.contains(.dates)
            case .place: lacking.contains(.place)
            case .occupations: lacking.contains(.occupations)
            case .bothLanguages: lacking.contains(.bothLanguages)
            }
        }
    }
}
