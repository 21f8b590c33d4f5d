import GRDB
import Storage

extension StorageError {
    /// An error of the stores or of their callers stays what it is; one of SQLite's gets its portable name.
    static func translating(_ error: any Error) -> any Error {
        error is DatabaseError ? StorageError(error) : error
    }

    init(_ error: any Error) {
        guard let error = error as? DatabaseError else {
            self = (error as? StorageError) ?? .other("\(error)")
            return
        }
        let message = error.message ?? error.description
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: self = .unique(Self.subject(of: message))
        case .SQLITE_CONSTRAINT_FOREIGNKEY: self = .foreignKey(Self.subject(of: message))
        case .SQLITE_CONSTRAINT_NOTNULL: self = .notNull(Self.subject(of: message))
        case .SQLITE_CONSTRAINT_CHECK: self = .check(Self.subject(of: message))
        default:
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
            case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FULL, .SQLITE_READONLY:
                self = .lost(message)
            default: self = .other(message)
            }
        }
    }

    /// `program.institution, program.reference` of "UNIQUE constraint failed: program.institution, program.reference".
    private static func subject(of message: String) -> String {
        guard let colon = message.firstIndex(of: ":") else { return message }
        return String(message[message.index(after: colon)...].drop { $0 == " " })
    }
}
