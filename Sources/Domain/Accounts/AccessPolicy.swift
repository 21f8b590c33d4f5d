/// Which role may do what, and where: the one place that says so.
package enum AccessPolicy {
    /// What a role brings with it. A role of an institution brings it at that institution alone.
    package static func permissions(of role: Role) -> Set<Permission> {
        switch role {
        case .viewer: [.viewInstitution]
        case .editor:
            permissions(of: .viewer).union([
                .editPrograms, .publishPrograms, .importPrograms, .reviewTags, .answerInquiries, .reachEmployers,
            ])
        case .manager: permissions(of: .editor).union([.manageStaff, .manageInstitution])
        case .counsellor: [.adviseClients]
        // Operators help every institution with everything; advice to clients is no part of running the portal.
        case .operator: Set(Permission.allCases).subtracting([.adviseClients])
        }
    }

    /// - Parameter institution: where; `nil` for what is done everywhere.
    /// - Returns: whether one of the memberships allows it. What belongs to an institution is never allowed without naming one, and the
    ///   other way round.
    package static func allows(_ permission: Permission, at institution: Institution.ID?, _ memberships: some Sequence<Membership>) -> Bool
    {
        guard permission.isOfInstitution == (institution != nil) else { return false }
        return memberships.contains { membership in
            permissions(of: membership.role).contains(permission)
                && (membership.institution == nil || membership.institution == institution)
        }
    }

    /// Whether somebody with these roles must have a second factor before they can do anything else.
    package static func requiresSecondFactor(_ memberships: some Sequence<Membership>) -> Bool {
        memberships.contains { $0.role == .manager || $0.role == .operator }
    }

    /// The roles somebody may give or take at an institution: whoever manages staff, all of them.
    package static func rolesGiven(at institution: Institution.ID, by memberships: some Sequence<Membership>) -> [Role] {
        allows(.manageStaff, at: institution, memberships) ? Role.ofInstitution : []
    }
}
