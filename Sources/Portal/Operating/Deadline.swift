/// Waits for an answer, but not for ever. What was begun goes on by itself when nobody waits any more: a database's own thread cannot be
/// called back.
/// - Returns: `nil` when there was no answer in time.
/// - Throws: what `body` throws.
package func within<Value: Sendable>(_ limit: Duration, _ body: @escaping @Sendable () async throws -> Value) async throws -> Value? {
    let (answers, answer) = AsyncStream.makeStream(of: Result<Value, any Error>.self)
    let work = Task {
        do { answer.yield(.success(try await body())) } catch { answer.yield(.failure(error)) }
        answer.finish()
    }
    let timer = Task {
        try? await Task.sleep(for: limit)
        answer.finish()
    }
    defer {
        work.cancel()
        timer.cancel()
    }
    for await result in answers { return try result.get() }
    return nil
}
