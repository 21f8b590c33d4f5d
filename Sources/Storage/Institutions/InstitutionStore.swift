package import Domain

/// The institutions.
package struct InstitutionStore: Sendable {
    private let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    package func all() async throws -> [Institution] {
        try await database.read { try $0.institutions() }
    }

    package func institution(_ id: Institution.ID) async throws -> Institution? {
        try await database.read { try $0.institutions("WHERE id = ?", [.text(id.rawValue)]).first }
    }

    package func count() async throws -> Int {
        try await database.read { try $0.first("SELECT COUNT(*) AS count FROM institution")?.integer("count") ?? 0 }
    }

    /// Adds them, or changes those that are there, in one transaction.
    /// - Returns: the number of the last change.
    @discardableResult
    package func save(_ institutions: [Institution], at now: Timestamp) async throws -> Int {
        try await database.write { try $0.save(institutions, at: now) }
    }
}

extension SQLConnection {
    package func institutions(_ condition: SQL = "", _ values: [SQLValue] = []) throws -> [Institution] {
        try query("SELECT " + .list(institutionColumns) + " FROM institution " + condition, values).map { row in
            Institution(
                id: Institution.ID(try row.text("id")), name: try row.localized("name"), kind: try row.word("kind"),
                url: try row.text("url"), place: Place(city: try row.text("city"), postalCode: try row.optionalText("postal_code")),
                isDemonstration: try row.flag("is_demonstration"), region: try row.optionalText("region").map { Region.ID($0) },
                contact: try row.optionalText("contact").flatMap { EmailAddress($0) }, closedOn: try row.optionalDate("closed_on"))
        }
    }

    /// Writes institutions and their changes, inside a transaction that may write more.
    @discardableResult
    package func save(_ institutions: [Institution], at now: Timestamp) throws -> Int {
        try execute(
            .upsert(into: "institution", key: ["id"], institutionColumns),
            each: institutions.map { institution in
                [
                    .text(institution.id.rawValue), .text(institution.name.en), .text(institution.name.fr), .word(institution.kind),
                    .text(institution.url), .text(institution.place.city), .text(institution.place.postalCode),
                    .flag(institution.isDemonstration), .text(institution.region?.rawValue), .text(institution.contact?.text),
                    .date(institution.closedOn),
                ]
            })
        return try appendChanges(institutions.map { .institution($0.id) }, at: now)
    }
}

private let institutionColumns: [SQL] = [
    "id", "name_en", "name_fr", "kind", "url", "city", "postal_code", "is_demonstration", "region", "contact", "closed_on",
]
