package import Domain

/// A program by what its institution knows it by.
package struct ProgramLabel: Hashable, Sendable {
    package let id: Program.ID
    package let reference: String
    package let title: LocalizedText
}

extension SQLConnection {
    /// Programs of an institution that are not archived, by reference.
    package func unarchived(of institution: Institution.ID) throws -> [ProgramLabel] {
        try query(
            "SELECT id, reference, title_en, title_fr FROM program WHERE institution = ? AND state <> 'archived' ORDER BY reference",
            [.text(institution.rawValue)]
        ).map { ProgramLabel(id: Program.ID(try $0.text("id")), reference: try $0.text("reference"), title: try $0.localized("title")) }
    }
}

extension SQLConnection {
    /// Programs of an institution that were written at or after a moment, whatever their state, in the order of their references. Where the
    /// log of changes no longer reaches that far back, those that may have been are among them.
    package func programs(of institution: Institution.ID, writtenSince time: Timestamp, after reference: String, most: Int) throws
        -> [Program]
    {
        let oldest = try first("SELECT number, at FROM change ORDER BY number LIMIT 1")
        let reaches = try oldest.map { try $0.integer("number") <= 1 || $0.time("at") < time } ?? false
        guard reaches else {
            return try programs(of: institution, after: ProgramKey(institution: institution, reference: reference), most: most)
        }
        var ids: [Program.ID] = []
        try scan(
            """
            SELECT id FROM program WHERE institution = ? AND reference > ?
            AND id IN (SELECT subject FROM change WHERE subject_kind = 'program' AND at >= ?) ORDER BY reference LIMIT ?
            """, [.text(institution.rawValue), .text(reference), .time(time), .integer(most)]
        ) { ids.append(Program.ID(try $0.required(0))) }
        return try programs(in: ids).sorted { $0.reference < $1.reference }
    }
}
