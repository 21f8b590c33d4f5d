import Domain

/// The records of a file as somebody corrected them, each with the institution they are of.
struct CorrectedRecords: RecordSource {
    private var source: any RecordSource
    private let institution: Institution.ID?
    private let corrections: [Int: [ProgramColumn: String]]

    init(_ source: any RecordSource, institution: Institution.ID?, corrections: [Int: [ProgramColumn: String]]) {
        self.source = source
        self.institution = institution
        self.corrections = corrections
    }

    mutating func next() throws -> [ImportRecord]? {
        try source.next().map { records in
            records.map { record in
                var record = record
                for (column, cell) in (corrections[record.row] ?? [:]).sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                    record.correct(column, cell)
                }
                if let institution, record[.institution]?.trimmed.isEmpty ?? true { record[.institution] = institution.rawValue }
                return record
            }
        }
    }
}
