/// What somebody is to the portal. The first three are held at an institution, the others everywhere.
package enum Role: String, Sendable, CaseIterable {
    case viewer, editor, manager
    case counsellor
    /// Runs the portal.
    case `operator`

    /// Whether it is held at one institution.
    package var isOfInstitution: Bool {
        switch self {
        case .viewer, .editor, .manager: true
        case .counsellor, .operator: false
        }
    }

    /// What can be given at an institution, from the least to the most.
    package static let ofInstitution: [Role] = allCases.filter(\.isOfInstitution)
}

/// One role somebody holds, and where.
package struct Membership: Hashable, Sendable {
    package let role: Role
    /// `nil` for a role that is held everywhere.
    package let institution: Institution.ID?

    /// A role at an institution.
    /// - Returns: `nil` when the role is not one of an institution.
    package init?(_ role: Role, at institution: Institution.ID) {
        guard role.isOfInstitution else { return nil }
        self.role = role
        self.institution = institution
    }

    /// A role that is held everywhere.
    package init?(_ role: Role) {
        guard !role.isOfInstitution else { return nil }
        self.role = role
        institution = nil
    }
}
