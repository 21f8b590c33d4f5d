import Storage

/// A connection whose statements are timed. The time of an answer of rows includes what the caller does with each of them.
final class TimedConnection: SQLConnection {
    private let connection: any SQLConnection
    private let log: SlowQueries
    private(set) var statements = 0
    private(set) var hadSlowStatement = false

    init(_ connection: any SQLConnection, _ log: SlowQueries) {
        self.connection = connection
        self.log = log
    }

    func forEach(_ sql: SQL, _ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        var rows = 0
        let start = begin()
        defer { end(sql, start, rows: rows) }
        try connection.forEach(sql, values) { row in
            rows += 1
            try body(row)
        }
    }

    func scan(_ sql: SQL, _ values: [SQLValue], _ body: (any SQLCells) throws -> Void) throws {
        var rows = 0
        let start = begin()
        defer { end(sql, start, rows: rows) }
        try connection.scan(sql, values) { cells in
            rows += 1
            try body(cells)
        }
    }

    /// Rows are not counted here: between the caller and the driver stands nothing, as many values pass.
    func execute(_ sql: SQL, rows fill: (any SQLRowWriter) throws -> Void) throws {
        let start = begin()
        defer { end(sql, start, rows: nil) }
        try connection.execute(sql, rows: fill)
    }

    func execute(_ sql: SQL, each lists: [[SQLValue]]) throws {
        let start = begin()
        defer { end(sql, start, rows: lists.count) }
        try connection.execute(sql, each: lists)
    }

    func execute(_ sql: SQL, _ values: [SQLValue]) throws -> Int {
        var rows: Int?
        let start = begin()
        defer { end(sql, start, rows: rows) }
        let changed = try connection.execute(sql, values)
        rows = changed
        return changed
    }

    func announce() throws { try connection.announce() }

    private func begin() -> ContinuousClock.Instant {
        statements += 1
        return .now
    }

    private func end(_ sql: SQL, _ start: ContinuousClock.Instant, rows: Int?) {
        let time = ContinuousClock.now - start
        guard log.isSlow(time) else { return }
        hadSlowStatement = true
        log.statement(sql, time, rows: rows)
    }
}
