import Storage

/// What the portal needs of a server and a database, looked at once before anything else.
enum PostgresRequirements {
    static func check(_ link: PostgresLink) throws {
        let found = try link.command(
            """
            SELECT current_setting('server_version_num')::int >= 140000, current_setting('server_version'),
            pg_encoding_to_char(encoding), 'B' < 'a' AND 'a b' < 'aa' AND 'z' < 'é', datname, to_regclass('\(PostgresTransaction.queue)') IS NULL
            FROM pg_database WHERE datname = current_database()
            """
        ).texts
        guard found.count == 6 else { throw StorageError.other("the database server answers as no PostgreSQL does") }
        guard found[0] == "t" else { throw StorageError.other("PostgreSQL \(found[1]) is too old: the portal needs 14 or later") }
        guard found[2] == "UTF8" else { throw StorageError.other("the database \(found[4]) holds texts as \(found[2]); \(remedy)") }
        // One order of texts on every database and after every upgrade of the system, and keys that are equal only when their bytes are.
        guard found[3] == "t" else {
            throw StorageError.other("the database \(found[4]) sorts texts by the rules of a language; \(remedy)")
        }
        if found[5] == "t" { try makeQueue(link) }
    }

    private static let remedy =
        "make it with CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"

    /// Nodes that start together make it together: whoever comes second finds it there.
    private static func makeQueue(_ link: PostgresLink) throws {
        for attempt in 0..<5 {
            do {
                try link.command("CREATE TABLE IF NOT EXISTS \(PostgresTransaction.queue) ()")
                return
            } catch let error as StorageError {
                if case .unique = error, attempt < 4 { continue }
                throw error
            }
        }
    }
}

extension PostgresResult {
    /// The cells of the first row of an answer in text form.
    fileprivate var texts: [String] {
        guard rowCount > 0 else { return [] }
        return (0..<columnNames.count).map { firstRowText(CInt($0)) }
    }
}
