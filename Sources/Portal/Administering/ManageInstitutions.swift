package import Domain
import Matching
import Storage
import TextAnalysis

/// The institutions of the portal: found, created, changed, closed and opened again.
package struct ManageInstitutions: Sendable {
    let desk: OperatingDesk

    /// Institutions on a page of the list.
    package static let pageLength = 25

    package struct Found: Sendable {
        package let institutions: [Institution]
        package let total: Int
        /// From 1.
        package let page: Int
        package let pages: Int
    }

    /// Those whose names, key or town hold every word, by name. All of them where there are no words.
    package static func find(_ text: String, among all: some Collection<Institution>, page: Int, _ language: Language) -> Found {
        let words = folded(text).split(separator: " ")
        var named: [(name: String, institution: Institution)] = []
        for institution in all {
            let texts = [institution.name.en ?? "", institution.name.fr ?? "", institution.id.rawValue, institution.place.city]
            let whole = folded(texts.joined(separator: " "))
            guard words.allSatisfy({ whole.contains($0) }) else { continue }
            named.append((folded(institution.name.text(language)), institution))
        }
        named.sort { ($0.name, $0.institution.id) < ($1.name, $1.institution.id) }
        let sorted = named.map(\.institution)
        let pages = max(1, (sorted.count + pageLength - 1) / pageLength)
        let page = min(max(1, page), pages)
        return Found(
            institutions: Array(sorted.dropFirst((page - 1) * pageLength).prefix(pageLength)), total: sorted.count, page: page, pages: pages
        )
    }

    private static func folded(_ text: String) -> String { Folding.folded(text) }

    /// - Returns: the key it is known by from now on.
    @discardableResult
    package func create(_ fields: InstitutionFields, by person: SignedIn) async throws -> Institution.ID {
        try desk.require(.manageInstitutions, person)
        let institution = try fields.institution(changing: nil, desk.catalogue.current.labourMarket)
        let now = desk.clock.now
        try await desk.write { connection in
            let isTaken = try connection.institutions("WHERE id = ?", [.text(institution.id.rawValue)]).first != nil
            guard !isTaken, try connection.successors()[institution.id] == nil else {
                throw OperatingError.fields([OperatingProblem("key", "keyTaken", ["key": institution.id.rawValue])])
            }
            try connection.append(
                AuditEntry(.institutionCreated, by: person.actor, on: institution.id.rawValue, at: institution.id), at: now)
            try connection.save([institution], at: now)
        }
        return institution.id
    }

    package func change(_ id: Institution.ID, to fields: InstitutionFields, by person: SignedIn) async throws {
        try desk.require(.manageInstitutions, person)
        let (now, information) = (desk.clock.now, desk.catalogue.current.labourMarket)
        try await desk.write { connection in
            let known = try connection.institution(id)
            let institution = try fields.institution(changing: known, information)
            let changed = InstitutionFields.differences(known, institution)
            guard !changed.isEmpty else { return }
            try connection.append(
                AuditEntry(.institutionChanged, by: person.actor, on: id.rawValue, at: id, to: changed.joined(separator: ", ")), at: now)
            try connection.save([institution], at: now)
        }
    }

    /// What closing would do, for the page that asks.
    package func belongings(of id: Institution.ID) async throws -> (published: Int, staff: Int, keys: Int) {
        try await desk.database.read { connection in
            let published = try connection.sheets(of: id).count { $0.standing.state == .published }
            return (published, try connection.staff(of: id).count, try connection.belongings(of: id).keys)
        }
    }

    /// Takes its programs out of the catalogue, as drafts, ends its staff's roles and its keys. Nothing is erased.
    package func close(_ id: Institution.ID, by person: SignedIn) async throws {
        try desk.require(.manageInstitutions, person)
        let (now, today) = (desk.clock.now, desk.today)
        try await desk.write { connection in
            var institution = try connection.institution(id)
            guard institution.closedOn == nil else { return }
            institution.closedOn = today
            let staff = try connection.takeRoles(at: id)
            try connection.revokeKeys(of: id, at: now)
            let writes = try connection.sheets(connection.programKeys(of: id).map(\.id)).filter { $0.standing.state == .published }.map {
                sheet in
                var program = sheet.standing
                program.state = .draft
                return ProgramWrite(program, .unpublished, expecting: .version(sheet.version))
            }
            for member in staff {
                try connection.append(
                    AuditEntry(.roleChanged, by: person.actor, on: member.account.rawValue, at: id, from: member.role.rawValue), at: now)
            }
            try connection.append(
                AuditEntry(.institutionClosed, by: person.actor, on: id.rawValue, at: id, to: today.description), at: now)
            if !writes.isEmpty { try connection.write(writes, by: person.programActor, at: now) }
            try connection.save([institution], at: now)
        }
    }

    /// Opens it again. Its programs stay drafts, until somebody says that they are right.
    package func reopen(_ id: Institution.ID, by person: SignedIn) async throws {
        try desk.require(.manageInstitutions, person)
        let now = desk.clock.now
        try await desk.write { connection in
            var institution = try connection.institution(id)
            guard let closed = institution.closedOn else { return }
            institution.closedOn = nil
            try connection.append(
                AuditEntry(.institutionReopened, by: person.actor, on: id.rawValue, at: id, from: closed.description), at: now)
            try connection.save([institution], at: now)
        }
    }

    /// The closed institution a program belongs to that is not in the catalogue; `nil` when there is none.
    package func closedInstitution(of program: Program.ID) async throws -> Institution? {
        let found = try await desk.database.read { connection -> Institution? in
            guard let key = try connection.keys(of: [program])[program] else { return nil }
            return try connection.institution(key.institution)
        }
        return found?.closedOn == nil ? nil : found
    }
}

extension InstitutionFields {
    /// The fields that differ, by the names the log has for them.
    static func differences(_ a: Institution, _ b: Institution) -> [String] {
        var names: [String] = []
        if a.name.en != b.name.en { names.append("name.en") }
        if a.name.fr != b.name.fr { names.append("name.fr") }
        if a.kind != b.kind { names.append("kind") }
        if a.url != b.url { names.append("url") }
        if a.place != b.place { names.append("place") }
        if a.region != b.region { names.append("region") }
        if a.contact != b.contact { names.append("contact") }
        return names
    }
}

extension SQLConnection {
    func institution(_ id: Institution.ID) throws -> Institution {
        guard let institution = try institutions("WHERE id = ?", [.text(id.rawValue)]).first else { throw OperatingError.unknown }
        return institution
    }
}
