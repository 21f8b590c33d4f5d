package import Domain
import Storage

/// Reads a table of programs and says what it would change. Pure: no database, no clock.
package enum ProgramImport {
    /// - Parameters:
    ///   - existing: the programs stored, found by institution and reference.
    ///   - institutions: those that programs may belong to.
    ///   - now: the instant from which new programs take their ids.
    /// - Returns: everything wrong with the file, or else what is new, changed and unchanged, all of it listed. Programs that are not
    ///   in the file are in none of the lists: they stay as they are.
    package static func plan(
        _ file: ImportFile, existing: [Program], institutions: Set<Institution.ID>, information: LabourMarketInformation, now: Timestamp
    ) throws -> ImportPlan {
        let programs = Dictionary(existing.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let keys = Dictionary(existing.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
        let stored = ImportPreparation.Stored(
            programs: { wanted in Dictionary(wanted.compactMap { key in programs[key].map { (key, $0) } }) { first, _ in first } },
            keys: { ids in Dictionary(ids.compactMap { id in keys[id].map { (id, $0) } }) { first, _ in first } })
        let context = ImportContext(institutions: institutions, information: information)
        return try ImportRun(file, context, ImportPreparation(context, now: now), listing: .max).plan(against: stored) { _, _ in }
    }

    /// The same for a file in memory: CSV in any encoding a spreadsheet writes, JSON in UTF-8.
    package static func plan(
        _ data: [UInt8], format: ProgramTableFormat, existing: [Program], institutions: Set<Institution.ID>,
        information: LabourMarketInformation, now: Timestamp
    ) throws -> ImportPlan {
        try plan(ImportFile(data, format: format), existing: existing, institutions: institutions, information: information, now: now)
    }
}

extension Program {
    fileprivate var key: ProgramKey { ProgramKey(institution: institution, reference: reference) }
}
