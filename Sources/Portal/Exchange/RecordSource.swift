/// The records of a file, some hundreds at a time.
protocol RecordSource: Sendable {
    /// At least one record; `nil` at the end.
    /// - Throws: `ImportErrors` when the file cannot be read on as what it should be. All records before were handed over.
    mutating func next() throws -> [ImportRecord]?
}

/// Errors that make a file unreadable from some place on.
struct ImportErrors: Error {
    let errors: [ImportError]
    init(_ errors: [ImportError]) { self.errors = errors }
}
