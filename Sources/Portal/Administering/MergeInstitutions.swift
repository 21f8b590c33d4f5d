package import Domain
import Matching
import Storage

/// Makes one institution a part of another, in one transaction: what it has goes there, and its addresses lead there.
package struct MergeInstitutions: Sendable {
    let desk: OperatingDesk

    /// What a merge will do, shown before it is done.
    package struct Plan: Hashable, Sendable {
        package let programs: Int
        /// Programs whose reference the other institution uses as well.
        package let collisions: [Collision]
        package let staff: [Member]
        package let keys: Int
        package let hosts: Int
        package let imports: Int
        /// Stands for all of it: another plan has another one.
        package let mark: String
    }

    package struct Collision: Hashable, Sendable {
        package let program: Program.ID
        package let title: LocalizedText
        package let reference: String
        /// What it is known by afterwards: both programs stay.
        package let newReference: String
    }

    package struct Member: Hashable, Sendable {
        package let account: Account.ID
        package let name: String
        /// There afterwards: the higher one, where somebody is at both.
        package let role: Role
        /// The one they have there already.
        package let present: Role?
    }

    package func plan(_ old: Institution.ID, into new: Institution.ID) async throws -> Plan {
        try await desk.database.read { try $0.mergePlan(old, into: new) }
    }

    /// - Parameter mark: of the plan that was looked at.
    /// - Throws: `OperatingError.changedSince` when the plan would be another one now.
    package func callAsFunction(_ old: Institution.ID, into new: Institution.ID, mark: String, by person: SignedIn) async throws {
        try desk.require(.manageInstitutions, person)
        let now = desk.clock.now
        try await desk.write { connection in
            let plan = try connection.mergePlan(old, into: new)
            guard plan.mark == mark else { throw OperatingError.changedSince }
            let renamed = Dictionary(uniqueKeysWithValues: plan.collisions.map { ($0.program, $0.newReference) })
            let keys = try connection.programKeys(of: old)
            let sheets = try connection.sheets(keys.map(\.id))
            let takenSequences = Set(try connection.sheets(of: new).compactMap { $0.standing.sequence?.reference })
            try connection.rekey(keys.map { ($0.id, renamed[$0.id] ?? $0.reference) }, to: new)
            func moved(_ program: Program) -> Program {
                var program = program
                program.institution = new
                if let reference = renamed[program.id] { program.reference = reference }
                if let sequence = program.sequence, takenSequences.contains(sequence.reference) {
                    program.sequence?.reference = Self.apart(sequence.reference, old, avoiding: takenSequences)
                }
                return program
            }
            let writes = sheets.flatMap { sheet in
                [ProgramWrite(moved(sheet.standing), .moved, expecting: .version(sheet.version))]
                    + (sheet.draft.map { [ProgramWrite(moved($0), .moved, side: .draft, expecting: .version(sheet.version))] } ?? [])
            }
            try connection.takeRoles(at: old)
            for member in plan.staff {
                guard let membership = Membership(member.role, at: new) else { continue }
                try connection.give(membership, to: member.account)
                try connection.endSessions(of: member.account)
            }
            try connection.moveBelongings(of: old, to: new)
            for member in plan.staff {
                try connection.append(
                    AuditEntry(
                        .roleChanged, by: person.actor, on: member.account.rawValue, at: new, from: member.present?.rawValue,
                        to: member.role.rawValue), at: now)
            }
            try connection.append(
                AuditEntry(
                    .institutionMerged, by: person.actor, on: new.rawValue, at: new, from: old.rawValue, to: String(plan.programs)), at: now
            )
            if !writes.isEmpty { try connection.write(writes, by: person.programActor, at: now) }
            try connection.replace(old, by: new, at: now)
            try connection.appendChanges([.institution(old), .institution(new), .portal("successors")], at: now)
        }
    }

    /// A reference that none has yet: `WELD-100-cedar-college`.
    static func apart(_ reference: String, _ institution: Institution.ID, avoiding taken: Set<String>) -> String {
        for number in 1... {
            let ending = "-" + institution.rawValue.prefix(30) + (number > 1 ? "-\(number)" : "")
            let candidate = reference.prefix(ProgramLimits.reference - ending.count) + ending
            if !taken.contains(String(candidate)) { return String(candidate) }
        }
        return reference
    }
}

extension SQLConnection {
    fileprivate func mergePlan(_ old: Institution.ID, into new: Institution.ID) throws -> MergeInstitutions.Plan {
        guard old != new else { throw OperatingError.unknown }
        _ = try institution(old)
        guard try institution(new).closedOn == nil else { throw OperatingError.unknown }
        let (mine, theirs) = (try programKeys(of: old), try programKeys(of: new))
        let present = Set(theirs.map(\.reference))
        var taken = present.union(mine.map(\.reference))
        var collisions: [MergeInstitutions.Collision] = []
        for program in mine where present.contains(program.reference) {
            let reference = MergeInstitutions.apart(program.reference, old, avoiding: taken)
            taken.insert(reference)
            collisions.append(
                .init(program: program.id, title: program.title, reference: program.reference, newReference: reference))
        }
        let roles = Dictionary(try staff(of: new).map { ($0.account.id, $0.role) }) { first, _ in first }
        let members = try staff(of: old).map { member in
            let present = roles[member.account.id]
            return MergeInstitutions.Member(
                account: member.account.id, name: member.account.name, role: max(member.role, present), present: present)
        }
        let belongings = try belongings(of: old)
        let parts =
            [old.rawValue, new.rawValue, String(mine.count), String(belongings.keys), String(belongings.hosts), String(belongings.imports)]
            + collisions.map(\.newReference) + members.map { $0.account.rawValue + $0.role.rawValue }
        return MergeInstitutions.Plan(
            programs: mine.count, collisions: collisions, staff: members, keys: belongings.keys, hosts: belongings.hosts,
            imports: belongings.imports, mark: NamedIdentifier.make("tremplin/merge/" + parts.joined(separator: "\n")))
    }
}

/// The one that allows more.
private func max(_ role: Role, _ other: Role?) -> Role {
    guard let other, let a = Role.ofInstitution.firstIndex(of: role), let b = Role.ofInstitution.firstIndex(of: other), b > a else {
        return role
    }
    return other
}
