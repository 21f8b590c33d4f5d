import Domain

/// The column names in the first row of a table.
enum TableColumns {
    /// What a returned file says about each row. Not read.
    static let errors = "ERRORS"

    /// The columns that the file has, in the order of an export.
    /// - Throws: `ImportErrors`.
    static func check(_ names: [String], for file: ImportFile) throws -> [ProgramColumn] {
        let key = file.institution == nil ? ProgramColumn.key : [.reference]
        let unknown = names.filter { ProgramColumn(name: $0) == nil && $0 != errors }
        let missing = key.map(\.name).filter { !names.contains($0) }
        var found: [ImportError] = []
        if !unknown.isEmpty {
            found.append(ImportError(row: 1, reason: .unknownColumns(unknown.prefix(20).map { String($0.prefix(100)) })))
        }
        if !missing.isEmpty { found.append(ImportError(row: 1, reason: .missingColumns(missing))) }
        guard found.isEmpty else { throw ImportErrors(found) }
        return ProgramColumn.allCases.filter { names.contains($0.name) }
    }
}
