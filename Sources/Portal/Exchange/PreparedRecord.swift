import Domain

/// A record whose program is known, stored or new: reading it needs nothing but what is here, and can be done on any processor.
struct PreparedRecord: Sendable {
    let record: ImportRecord
    /// What was wrong with the institution, the reference or the id.
    var errors: [ImportError]
    /// As it is stored; `nil` for a new one.
    var stored: Program?
    /// What the record's values go into; `nil` when the record names no program.
    var program: Program?

    func read(_ context: ImportContext) -> ReadRecord {
        guard var program else { return ReadRecord(record: record, program: nil, stored: nil, errors: errors, notes: []) }
        var reading = RecordReading(record, context)
        reading.read(into: &program)
        return ReadRecord(
            record: record, program: program, stored: stored, errors: errors + reading.errors, notes: reading.notes)
    }
}

/// What became of a record.
struct ReadRecord: Sendable {
    let record: ImportRecord
    /// Complete only when there are no errors.
    let program: Program?
    let stored: Program?
    let errors: [ImportError]
    let notes: [ImportNote]
}
