import Domain
import Testing

/// The whole policy, written out once more by hand: a change of either side alone is noticed.
@Suite struct AccessPolicyTests {
    private static let table: [Role: Set<Permission>] = [
        .viewer: [.viewInstitution],
        .editor: [.viewInstitution, .editPrograms, .publishPrograms, .importPrograms, .reviewTags, .answerInquiries, .reachEmployers],
        .manager: [
            .viewInstitution, .editPrograms, .publishPrograms, .importPrograms, .reviewTags, .answerInquiries, .reachEmployers,
            .manageStaff, .manageInstitution,
        ],
        .counsellor: [.adviseClients],
        .operator: [
            .viewInstitution, .editPrograms, .publishPrograms, .importPrograms, .reviewTags, .answerInquiries, .reachEmployers,
            .manageStaff, .manageInstitution, .manageInstitutions, .manageOperators, .readAuditLog, .managePortal,
        ],
    ]
    private static let cedar: Institution.ID = "cedar"
    private static let birch: Institution.ID = "birch"

    private static func membership(_ role: Role) -> Membership? { Membership(role, at: cedar) ?? Membership(role) }

    @Test(arguments: Role.allCases, Permission.allCases)
    func `a role may do exactly what the table says, at its own institution`(role: Role, permission: Permission) throws {
        let membership = try #require(Self.membership(role))
        let place: Institution.ID? = permission.isOfInstitution ? Self.cedar : nil
        #expect(AccessPolicy.allows(permission, at: place, [membership]) == Self.table[role]?.contains(permission))
    }

    @Test(arguments: Role.ofInstitution, Permission.allCases)
    func `a role at one institution is worth nothing at the neighbour's`(role: Role, permission: Permission) throws {
        let membership = try #require(Self.membership(role))
        #expect(!AccessPolicy.allows(permission, at: Self.birch, [membership]))
    }

    @Test(arguments: Permission.allCases) func `an act is never allowed at the wrong kind of place`(permission: Permission) throws {
        let everything = Role.allCases.compactMap(Self.membership)
        #expect(!AccessPolicy.allows(permission, at: permission.isOfInstitution ? nil : Self.cedar, everything))
    }

    @Test(arguments: Permission.allCases) func `whoever has no role may do nothing`(permission: Permission) {
        #expect(!AccessPolicy.allows(permission, at: permission.isOfInstitution ? Self.cedar : nil, []))
    }

    @Test(arguments: Permission.allCases) func `roles at two institutions do not mix`(permission: Permission) throws {
        let both = [try #require(Membership(.viewer, at: Self.cedar)), try #require(Membership(.manager, at: Self.birch))]
        guard permission.isOfInstitution else { return }
        #expect(AccessPolicy.allows(permission, at: Self.cedar, both) == Self.table[.viewer]?.contains(permission))
        #expect(AccessPolicy.allows(permission, at: Self.birch, both) == Self.table[.manager]?.contains(permission))
    }

    @Test(arguments: Role.allCases) func `managers and operators need a second factor`(role: Role) throws {
        #expect(AccessPolicy.requiresSecondFactor([try #require(Self.membership(role))]) == (role == .manager || role == .operator))
    }

    @Test(arguments: Role.allCases) func `a role is held where it belongs`(role: Role) {
        #expect((Membership(role, at: Self.cedar) == nil) == (Membership(role) != nil))
    }

    @Test(arguments: Role.allCases) func `roles are given by managers and operators alone`(role: Role) throws {
        let membership = try #require(Self.membership(role))
        let given = AccessPolicy.rolesGiven(at: Self.cedar, by: [membership])
        #expect(given == (role == .manager || role == .operator ? [.viewer, .editor, .manager] : []))
        #expect(AccessPolicy.rolesGiven(at: Self.birch, by: [membership]).isEmpty == (role != .operator))
    }
}
