import Domain
import Storage

/// Finds the program each record is about: record after record, since two of one file must not be about the same.
struct ImportPreparation {
    /// Where stored programs are found.
    struct Stored {
        let programs: ([ProgramKey]) throws -> [ProgramKey: Program]
        let keys: ([Program.ID]) throws -> [Program.ID: ProgramKey]
    }

    private let context: ImportContext
    /// Programs somebody else wrote since the plan was made: the file was not compared with them.
    private let changedSince: Set<Program.ID>
    private var newIDs: UUIDv7.Series
    /// The first row about each program, by a hash of its key: eight bytes of a large file's keys, not the keys. That two of a million
    /// keys have one hash, and the file is refused without reason, happens once in forty million such files.
    private var rows: [Int: Int32] = [:]
    /// The key's hash of the new program that was given each id.
    private var owners: [Int: Int] = [:]

    init(_ context: ImportContext, changedSince: Set<Program.ID> = [], now: Timestamp) {
        self.context = context
        self.changedSince = changedSince
        newIDs = UUIDv7.Series(at: now)
    }

    mutating func prepare(_ records: [ImportRecord], _ stored: Stored) throws -> [PreparedRecord] {
        var prepared = records.map { PreparedRecord(record: $0, errors: []) }
        var keys: [ProgramKey?] = []
        for index in prepared.indices { keys.append(key(&prepared[index])) }
        let programs = try stored.programs(keys.compactMap { $0 })
        let given = zip(prepared, keys).compactMap { prepared, key in
            key.flatMap { programs[$0] == nil ? prepared.givenID : nil }.map { Program.ID($0) }
        }
        let taken = given.isEmpty ? [:] : try stored.keys(given)
        for (index, key) in keys.enumerated() {
            guard let key else { continue }
            if let program = programs[key] { found(program, &prepared[index]) } else { new(key, &prepared[index], taken) }
        }
        return prepared
    }

    /// Which program the record is about.
    private mutating func key(_ prepared: inout PreparedRecord) -> ProgramKey? {
        var reading = RecordReading(prepared.record, context)
        let institution = Institution.ID(reading.checked(.institution, ProgramLimits.reference) ?? "")
        let reference = reading.checked(.reference, ProgramLimits.reference) ?? ""
        if institution.rawValue.isEmpty, prepared.record.isBlank(.institution) { reading.report(.institution, .missing) }
        if reference.isEmpty, prepared.record.isBlank(.reference) { reading.report(.reference, .missing) }
        let key = ProgramKey(institution: institution, reference: reference)
        if !institution.rawValue.isEmpty, !reference.isEmpty {
            if let own = context.own, institution != own {
                // Whether there is such an institution is nobody's business here.
                reading.report(.institution, .otherInstitution(institution.rawValue, own: own.rawValue))
            } else if !context.institutions.contains(institution) {
                reading.report(.institution, .unknownInstitution(institution.rawValue))
            } else if let firstRow = rows[key.hashValue] {
                reading.report(.reference, .duplicate(firstRow: Int(firstRow)))
            } else {
                rows[key.hashValue] = Int32(truncatingIfNeeded: prepared.record.row)
                return key
            }
        }
        prepared.errors = reading.errors
        return nil
    }

    private func found(_ program: Program, _ prepared: inout PreparedRecord) {
        if let given = prepared.givenID, given != program.id.rawValue {
            prepared.report(.id, .identifierDiffers(stored: program.id.rawValue))
        }
        if changedSince.contains(program.id) { prepared.report(.reference, .changedSince) }
        prepared.stored = program
        prepared.program = program
    }

    /// With the id the file gives, or a new one.
    private mutating func new(_ key: ProgramKey, _ prepared: inout PreparedRecord, _ taken: [Program.ID: ProgramKey]) {
        let id: Program.ID
        if let given = prepared.givenID {
            id = Program.ID(given)
            if !given.isIdentifier { prepared.report(.id, .badIdentifier(given)) }
            let owner = owners.updateValue(key.hashValue, forKey: id.hashValue)
            if taken[id] != nil || owner != nil { prepared.report(.id, .identifierTaken(given)) }
        } else {
            id = Program.ID(newIDs.next())
        }
        prepared.program = Program(
            id: id, institution: key.institution, reference: key.reference, title: LocalizedText(), url: "")
    }
}

extension PreparedRecord {
    fileprivate var givenID: String? {
        guard let id = record[.id]?.trimmed, !id.isEmpty else { return nil }
        return id
    }

    fileprivate mutating func report(_ column: ProgramColumn, _ reason: ImportError.Reason) { errors.append(record.error(column, reason)) }
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
