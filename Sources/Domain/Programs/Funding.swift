/// Public help with the price of a program.
package enum Funding: String, Codable, Sendable, CaseIterable {
    /// Ontario Student Assistance Program for micro-credentials.
    case osap
    /// Canada-Ontario Job Grant: an employer's share of training is refunded.
    case canadaOntarioJobGrant = "canada-ontario-job-grant"
}

extension Funding {
    /// Why a program cannot have the funding its institution claims.
    package enum Objection: Hashable, Sendable {
        /// OSAP pays for programs shorter than 12 weeks.
        case tooManyWeeks
        /// OSAP pays for programs of 5 to 300 hours.
        case hoursOutOfRange
        /// Length not stated, so the rule cannot be checked.
        case lengthUnknown
    }

    /// The published limits of OSAP for micro-credentials (Government of Ontario, read 2025; sources in Portal/Resources/funding.json, which
    /// holds the same numbers): under 12 weeks, 5 to 300 hours.
    package static let osapHours: ClosedRange<Double> = 5...300
    package static let osapWeeksBelow = 12.0

    /// - Returns: `nil` when the rules allow this funding for a program of that length.
    package func objection(hours: Double?, weeks: Double?) -> Objection? {
        switch self {
        case .canadaOntarioJobGrant: return nil
        case .osap:
            guard let hours, let weeks else { return .lengthUnknown }
            if weeks >= Self.osapWeeksBelow { return .tooManyWeeks }
            return Self.osapHours.contains(hours) ? nil : .hoursOutOfRange
        }
    }
}

extension Program {
    /// The funding claimed that the rules allow.
    package var eligibleFunding: Set<Funding> {
        funding.filter { $0.objection(hours: hours, weeks: weeks) == nil }
    }
}
