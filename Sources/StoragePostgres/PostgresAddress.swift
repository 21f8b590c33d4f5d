import CPostgres
import Storage

/// Connecting by the address an operator wrote. libpq reads it, with everything it may say of TLS, several hosts and time-outs.
enum PostgresAddress {
    static func connect(_ address: String, _ options: PostgresOptions) throws -> OpaquePointer {
        let settings = try settings(address, options)
        let pointer = withList(settings.map(\.name)) { names in
            withList(settings.map(\.value)) { values in PQconnectdbParams(names, values, 1) }
        }
        guard let pointer else { throw StorageError.lost("there is no memory for a connection") }
        guard PQstatus(pointer) == CONNECTION_OK else {
            let said = String(cString: PQerrorMessage(pointer)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            PQfinish(pointer)
            throw StorageError.lost(said)
        }
        PQsetNoticeProcessor(pointer, { _, _ in }, nil)
        return pointer
    }

    /// The address first; what it says goes before what we would.
    private static func settings(_ address: String, _ options: PostgresOptions) throws -> [(name: String, value: String)] {
        let given = try given(address)
        let ours = [
            ("application_name", "tremplin"), ("client_encoding", "UTF8"), ("connect_timeout", "\(options.connectingTime)"),
            // Of a server that is gone without a word one hears within a quarter of a minute.
            ("keepalives_idle", "10"), ("keepalives_interval", "3"), ("keepalives_count", "2"), ("tcp_user_timeout", "15000"),
        ]
        return [("dbname", address)] + ours.filter { !given.contains($0.0) }.map { (name: $0.0, value: $0.1) }
    }

    private static func given(_ address: String) throws -> Set<String> {
        var problem: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(address, &problem) else {
            defer { PQfreemem(problem) }
            let said = problem.map { String(cString: $0).split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            throw StorageError.other("the database's address cannot be read: \(said ?? "no reason given")")
        }
        defer { PQconninfoFree(options) }
        var names: Set<String> = []
        var option = options
        while let name = option.pointee.keyword {
            if option.pointee.val != nil { names.insert(String(cString: name)) }
            option += 1
        }
        return names
    }

    /// A list of C texts with nothing at its end.
    private static func withList<Result>(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result) -> Result {
        let copies = texts.map { text in
            let bytes = Array(text.utf8CString)
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
            copy.update(from: bytes, count: bytes.count)
            return copy
        }
        defer { for copy in copies { copy.deallocate() } }
        return body(copies.map { UnsafePointer($0) } + [nil])
    }
}
