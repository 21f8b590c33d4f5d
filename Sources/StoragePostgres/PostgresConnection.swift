import Storage

/// A connection inside a transaction, as the stores see it.
struct PostgresConnection: SQLConnection {
    let link: PostgresLink

    func forEach(_ sql: SQL, _ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        var columns = SQLColumns([])
        try link.scan(sql, values, start: { columns = SQLColumns($0.columnNames) }) { cells in
            try body(SQLRow(columns: columns, values: try columns.names.indices.map(cells.value)))
        }
    }

    func scan(_ sql: SQL, _ values: [SQLValue], _ body: (any SQLCells) throws -> Void) throws {
        try link.scan(sql, values) { try body($0) }
    }

    func execute(_ sql: SQL, rows fill: (any SQLRowWriter) throws -> Void) throws {
        try link.pipeline(sql) { send in
            let writer = PostgresRowWriter(send)
            try fill(writer)
        }
    }

    func execute(_ sql: SQL, each lists: [[SQLValue]]) throws {
        guard !lists.isEmpty else { return }
        try link.pipeline(sql) { send in
            for values in lists { try send(PostgresParameters(values)) }
        }
    }

    func execute(_ sql: SQL, _ values: [SQLValue]) throws -> Int { try link.execute(sql, values).changedRows }

    func announce() throws { try link.command("NOTIFY \(PostgresListener.channel)") }
}

/// Collects the values of one row and sends them when it is whole.
final class PostgresRowWriter: SQLRowWriter {
    private let send: (PostgresParameters) throws -> Void
    private var parameters = PostgresParameters()

    init(_ send: @escaping (PostgresParameters) throws -> Void) { self.send = send }

    func append(_ text: String?) throws {
        if let text { try parameters.append(text) } else { parameters.appendNull() }
    }

    func append(_ integer: Int?) throws {
        if let integer { parameters.append(Int64(integer)) } else { parameters.appendNull() }
    }

    func append(_ real: Double?) throws {
        if let real { try parameters.append(real) } else { parameters.appendNull() }
    }

    func endRow() throws {
        try send(parameters)
        parameters.removeAll()
    }
}
