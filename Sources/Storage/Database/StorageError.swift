/// What a database refused or could not do, the same whichever database it is.
package enum StorageError: Error, Hashable, Sendable {
    /// A row with that key is there already. Names the constraint or its columns.
    case unique(String)
    /// The row refers to one that is not there, or others still refer to it.
    case foreignKey(String)
    case notNull(String)
    case check(String)
    /// Others held the database for longer than the busy time-out. Worth another try.
    case busy
    /// The connection, the file or the disk is gone, full or damaged.
    case lost(String)
    /// A value that not every database can hold as it is.
    case unstorable(String)
    /// A row holds something that this version of the portal cannot read.
    case unexpected(column: String, found: String)
    /// The database was migrated by a newer version of the portal: its last migration, and the last one known here.
    case newerSchema(found: Int, known: Int)
    case other(String)
}
