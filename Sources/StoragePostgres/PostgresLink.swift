import CPostgres
import Dispatch
import Storage

/// One connection to the server, on a thread of its own: whoever waits for the server holds up nobody else.
///
/// It is unchecked because libpq's connection is no Swift value; only work on `queue` touches it.
final class PostgresLink: @unchecked Sendable {
    private let queue = DispatchQueue(label: "tremplin.postgres")
    private let pointer: OpaquePointer
    /// Names of prepared statements, by the stores' own text.
    private var prepared: [String: String] = [:]
    /// The SQLSTATE and sentence of the first statement of a transaction that was refused.
    private(set) var refusal: (state: String, message: String)?
    private var isDiscarded = false
    /// A scan is under way: libpq takes no other statement until its last row.
    private var isReading = false

    /// A statement is prepared once a connection and kept. The portal has some hundred different ones.
    private static let mostPrepared = 500

    private init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { PQfinish(pointer) }

    /// - Throws: `StorageError.lost` when there is no server, or it lets nobody in.
    static func open(_ address: String, _ options: PostgresOptions) async throws -> PostgresLink {
        let queue = DispatchQueue(label: "tremplin.postgres.open")
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try PostgresLink(PostgresAddress.connect(address, options)) }) }
        }
    }

    /// Runs the body on the connection's own thread.
    func run<Value: Sendable>(_ body: @Sendable @escaping (PostgresLink) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body(self) }) }
        }
    }

    /// The server still answers, as far as one knows without asking.
    var isAlive: Bool { !isDiscarded && PQstatus(pointer) == CONNECTION_OK }

    /// Not to be lent again.
    func discard() { isDiscarded = true }

    var isInTransaction: Bool { PQtransactionStatus(pointer) != PQTRANS_IDLE }

    func beginTransaction() { refusal = nil }

    /// Statements without values, sent as they are.
    @discardableResult
    func command(_ text: String) throws -> PostgresResult { try checked(PQexec(pointer, text)) }

    func forgetPrepared() {
        prepared.removeAll()
        if isAlive { PQclear(PQexec(pointer, "DEALLOCATE ALL")) }
    }
}

extension PostgresLink {
    /// One statement, its whole answer at once.
    func execute(_ sql: SQL, _ values: [SQLValue]) throws -> PostgresResult {
        let name = try prepare(sql)
        let parameters = try PostgresParameters(values)
        return try checked(
            parameters.withPointers { PQexecPrepared(pointer, name, CInt(parameters.count), $0, $1, $2, 1) })
    }

    /// One statement, its answer row by row: memory does not grow with it.
    /// - Parameter start: told of the first result, for its columns' names.
    func scan(_ sql: SQL, _ values: [SQLValue], start: (PostgresResult) -> Void = { _ in }, _ body: (PostgresCells) throws -> Void) throws {
        let name = try prepare(sql)
        let parameters = try PostgresParameters(values)
        let sent = parameters.withPointers { PQsendQueryPrepared(pointer, name, CInt(parameters.count), $0, $1, $2, 1) }
        guard sent == 1 else { throw lost() }
        PQsetSingleRowMode(pointer)
        isReading = true
        // Whatever happens in between, the connection must be at the end of the answer afterwards.
        defer {
            while let rest = PQgetResult(pointer) { PQclear(rest) }
            isReading = false
        }
        var isFirst = true
        while let result = PQgetResult(pointer).map(PostgresResult.init) {
            try check(result)
            if isFirst { start(result) }
            isFirst = false
            for row in 0..<result.rowCount { try body(PostgresCells(result: result, row: CInt(row))) }
        }
    }

    /// One statement for each set of values, sent before the answers to earlier ones are awaited.
    func pipeline(_ sql: SQL, _ fill: (@escaping (PostgresParameters) throws -> Void) throws -> Void) throws {
        let name = try prepare(sql)
        guard PQenterPipelineMode(pointer) == 1 else { throw lost() }
        var waiting = (statements: 0, bytes: 0)
        do {
            try fill { parameters in
                let sent = parameters.withPointers { PQsendQueryPrepared(self.pointer, name, CInt(parameters.count), $0, $1, $2, 1) }
                guard sent == 1 else { throw self.lost() }
                waiting = (waiting.statements + 1, waiting.bytes + parameters.byteCount)
                // The answers to so many fit into what the sockets hold: neither side waits for the other to read.
                if waiting.statements >= 250 || waiting.bytes >= 1 << 18 {
                    try self.collect(waiting.statements)
                    waiting = (0, 0)
                }
            }
            if waiting.statements > 0 { try collect(waiting.statements) }
        } catch {
            leavePipeline()
            throw error
        }
        leavePipeline()
    }

    /// Reads the answers to what was sent, up to the mark that is sent now.
    private func collect(_ statements: Int) throws {
        guard PQpipelineSync(pointer) == 1 else { throw lost() }
        var failure: PostgresResult?
        while true {
            guard let result = PQgetResult(pointer).map(PostgresResult.init) else {
                // Between the answers of two statements stands nothing, once.
                guard isAlive else { throw lost() }
                continue
            }
            if result.status == PGRES_PIPELINE_SYNC { break }
            if result.status == PGRES_FATAL_ERROR, failure == nil { failure = result }
        }
        if let failure { try check(failure) }
    }

    private func leavePipeline() {
        guard PQpipelineStatus(pointer) != PQ_PIPELINE_OFF else { return }
        if PQexitPipelineMode(pointer) == 1 { return }
        // Something sent was not answered yet, because the body gave up.
        guard PQpipelineSync(pointer) == 1 else { return }
        while isAlive {
            guard let result = PQgetResult(pointer) else { continue }
            let isEnd = PQresultStatus(result) == PGRES_PIPELINE_SYNC
            PQclear(result)
            if isEnd { break }
        }
        PQexitPipelineMode(pointer)
    }

    private func prepare(_ sql: SQL) throws -> String {
        guard !isReading else { throw StorageError.other("a statement inside a scan: one connection runs one at a time") }
        if let name = prepared[sql.text] { return name }
        if prepared.count >= Self.mostPrepared { forgetPrepared() }
        let name = "s\(prepared.count)"
        try checked(PQprepare(pointer, name, PostgresPlaceholders.numbered(sql.text), 0, nil))
        prepared[sql.text] = name
        return name
    }

    @discardableResult
    private func checked(_ pointer: OpaquePointer?) throws -> PostgresResult {
        guard let pointer else { throw lost() }
        let result = PostgresResult(pointer)
        try check(result)
        return result
    }

    private func check(_ result: PostgresResult) throws {
        switch result.status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_PIPELINE_SYNC: return
        default:
            guard let state = result.error("C") else { throw lost() }
            if refusal == nil { refusal = (state, result.error("M") ?? "") }
            throw StorageError(result)
        }
    }

    func lost() -> StorageError {
        let said = String(cString: PQerrorMessage(pointer)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return .lost(said.isEmpty ? "the connection to the database server is gone" : said)
    }
}
