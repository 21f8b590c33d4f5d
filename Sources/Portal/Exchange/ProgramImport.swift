package import Domain

/// Reads a table of programs and says what it would change. Pure: no database, no clock.
package enum ProgramImport {
    /// - Parameters:
    ///   - data: the file's bytes. CSV in any encoding a spreadsheet writes, JSON in UTF-8.
    ///   - existing: the programs stored, found by institution and reference.
    ///   - institutions: those that programs may belong to.
    ///   - now: the instant from which new programs take their ids.
    /// - Returns: everything wrong with the file, or else what is new, changed and unchanged. Programs that are not in the file are
    ///   in none of the lists: they stay as they are.
    package static func plan(
        _ data: [UInt8], format: ProgramTableFormat, existing: [Program], institutions: Set<Institution.ID>,
        information: LabourMarketInformation, now: Timestamp
    ) -> ImportPlan {
        var planning = ImportPlanning(existing: existing, institutions: institutions, information: information, now: now)
        do throws(ImportErrors) {
            switch format {
            case .csv: try CSVRecords(data).forEach { planning.add($0) }
            case .json: try JSONRecords.forEach(data) { planning.add($0) }
            }
        } catch {
            planning.plan.report(error.errors)
        }
        return planning.plan
    }
}

/// The work of one plan: record after record.
private struct ImportPlanning {
    private struct Key: Hashable {
        let institution: Institution.ID
        let reference: String
    }

    var plan = ImportPlan()
    private let stored: [Key: Program]
    private let institutions: Set<Institution.ID>
    private let information: LabourMarketInformation
    private let now: Timestamp
    /// The program that has each id, stored or of the file.
    private var owners: [Program.ID: Key]
    private var rows: [Key: Int] = [:]

    init(existing: [Program], institutions: Set<Institution.ID>, information: LabourMarketInformation, now: Timestamp) {
        stored = Dictionary(
            existing.map { (Key(institution: $0.institution, reference: $0.reference), $0) }, uniquingKeysWith: { first, _ in first })
        owners = Dictionary(
            existing.map { ($0.id, Key(institution: $0.institution, reference: $0.reference)) }, uniquingKeysWith: { first, _ in first })
        self.institutions = institutions
        self.information = information
        self.now = now
    }

    mutating func add(_ record: ImportRecord) {
        var reading = RecordReading(record, information: information)
        guard let key = key(&reading) else { return plan.report(reading.errors) }
        let existing = stored[key]
        let id = identifier(for: key, existing: existing, &reading)
        var program =
            existing ?? Program(id: id, institution: key.institution, reference: key.reference, title: LocalizedText(), url: "")
        reading.read(into: &program)
        guard reading.errors.isEmpty else { return plan.report(reading.errors) }
        plan.add(program, stored: existing)
    }

    /// Which program the record is about.
    private mutating func key(_ reading: inout RecordReading) -> Key? {
        let institution = reading.checked(.institution, ProgramLimits.reference) ?? ""
        let reference = reading.checked(.reference, ProgramLimits.reference) ?? ""
        if institution.isEmpty, reading.record.isBlank(.institution) { reading.report(.institution, .missing) }
        if reference.isEmpty, reading.record.isBlank(.reference) { reading.report(.reference, .missing) }
        guard !institution.isEmpty, !reference.isEmpty else { return nil }
        guard institutions.contains(Institution.ID(institution)) else {
            reading.report(.institution, .unknownInstitution(institution))
            return nil
        }
        let key = Key(institution: Institution.ID(institution), reference: reference)
        if let firstRow = rows[key] {
            reading.report(.reference, .duplicate(firstRow: firstRow))
            return nil
        }
        rows[key] = reading.record.row
        return key
    }

    /// The stored program's id, or the one the file gives, or a new one.
    private mutating func identifier(for key: Key, existing: Program?, _ reading: inout RecordReading) -> Program.ID {
        let given = reading.record[.id]?.trimmed ?? ""
        if let existing {
            if !given.isEmpty, given != existing.id.rawValue { reading.report(.id, .identifierDiffers(stored: existing.id.rawValue)) }
            return existing.id
        }
        let id = Program.ID(given.isEmpty ? UUIDv7.make(at: now) : given)
        if !given.isEmpty {
            if !given.isIdentifier { reading.report(.id, .badIdentifier(given)) }
            if let owner = owners[id], owner != key { reading.report(.id, .identifierTaken(given)) }
        }
        owners[id] = key
        return id
    }
}

extension ImportRecord {
    fileprivate func isBlank(_ column: ProgramColumn) -> Bool { self[column]?.trimmed.isEmpty ?? true }
}

extension String {
    fileprivate var isIdentifier: Bool {
        (1...64).contains(utf8.count)
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
