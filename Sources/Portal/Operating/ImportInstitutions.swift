package import Domain
package import LabourMarket
package import Storage

/// Adds institutions from a table, or changes those that are there. What is not in the table stays.
///
/// Columns: `id`, `name_en`, `name_fr`, `kind`, `url`, `city`, `postal_code`. One of the two names must be there.
package struct ImportInstitutions: Sendable {
    package struct Plan: Sendable {
        package let new: [Institution]
        package let changed: [Institution]
        package let unchanged: [Institution]
    }

    private let store: InstitutionStore

    package init(database: any SQLDatabase) { store = InstitutionStore(database) }

    /// Changes nothing.
    /// - Throws: `DelimitedTextError` for the first thing wrong.
    package func plan(_ table: DelimitedText) async throws -> Plan {
        let known = Dictionary(uniqueKeysWithValues: try await store.all().map { ($0.id, $0) })
        let read = try Self.institutions(table, known: known)
        return Plan(
            new: read.filter { known[$0.id] == nil }, changed: read.filter { known[$0.id] != nil && known[$0.id] != $0 },
            unchanged: read.filter { known[$0.id] == $0 })
    }

    package func apply(_ plan: Plan, now: Timestamp) async throws {
        let institutions = plan.new + plan.changed
        if !institutions.isEmpty { try await store.save(institutions, at: now) }
    }

    /// Those stored, by id.
    package func all() async throws -> [Institution] { try await store.all().sorted { $0.id < $1.id } }

    /// The table that brings the same institutions back.
    package static func table(_ institutions: [Institution], byteOrderMark: Bool) -> [UInt8] {
        var writer = DelimitedTextWriter(columns: columns, byteOrderMark: byteOrderMark)
        for institution in institutions {
            writer.append([
                institution.id.rawValue, institution.name.en ?? "", institution.name.fr ?? "", institution.kind.rawValue, institution.url,
                institution.place.city, institution.place.postalCode ?? "",
            ])
        }
        return writer.take()
    }

    private static let columns = ["id", "name_en", "name_fr", "kind", "url", "city", "postal_code"]

    private static func institutions(
        _ table: DelimitedText, known: [Institution.ID: Institution]
    ) throws(DelimitedTextError) -> [Institution] {
        let columns = try table.require(Self.columns)
        let kinds = Dictionary(uniqueKeysWithValues: Institution.Kind.allCases.map { ($0.rawValue, $0) })
        var rows: [Institution.ID: Int] = [:]
        var institutions: [Institution] = []
        for row in table.rows {
            let key = try row.text(columns[0])
            guard key.utf8.allSatisfy(isKeyByte) else {
                throw row.error(columns[0], .rule("must be made of small letters, digits and dashes: it becomes part of an address"))
            }
            let id = Institution.ID(key)
            if let first = rows[id] { throw row.error(columns[0], .duplicate(firstRow: first)) }
            rows[id] = row.number
            let name = LocalizedText(en: row[columns[1]], fr: row[columns[2]])
            guard !name.isEmpty else { throw row.error(columns[1], .missingValue) }
            let url = try row.text(columns[4])
            guard ReferToInstitution.isWebAddress(url) else {
                throw row.error(columns[4], .rule("is not an address that starts with https:// or http://"))
            }
            let postalCode = row[columns[6]]
            if !postalCode.isEmpty, PostalArea.code(in: postalCode) == nil {
                throw row.error(columns[6], .rule("is not a postal code such as K1A 0B1"))
            }
            institutions.append(
                Institution(
                    id: id, name: name, kind: try row.choice(columns[3], of: kinds), url: url,
                    place: Place(city: try row.text(columns[5]), postalCode: postalCode.isEmpty ? nil : postalCode),
                    isDemonstration: known[id]?.isDemonstration ?? false, region: known[id]?.region, contact: known[id]?.contact,
                    closedOn: known[id]?.closedOn))
        }
        return institutions
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "-")
    }
}
