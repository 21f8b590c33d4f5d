package import Storage

/// One thing every driver must do, as a sentence. `run` gets an empty database of its own.
///
/// Plain functions rather than tests of a test library, so that this target can be built wherever a driver is.
package struct ContractTest: Sendable, CustomStringConvertible {
    package let sentence: String
    package let run: @Sendable (any SQLDatabase) async throws -> Void

    init(_ sentence: String, _ run: @escaping @Sendable (any SQLDatabase) async throws -> Void) {
        self.sentence = sentence
        self.run = run
    }

    package var description: String { sentence }
}

extension ContractTest {
    package static let all: [ContractTest] =
        transactions + values + errors + concurrency + migrations + programs + institutions + changes + releases + activity + quiz
        + unmetNeed + outbox + accounts + audit + publishing + exchange + tagging + operating + inquiries + directory + referrals
}

/// What was broken, and where the contract says so.
package struct ContractViolation: Error, CustomStringConvertible {
    package let description: String
}

func expect(_ condition: Bool, _ what: @autoclosure () -> String = "", line: Int = #line, file: String = #fileID) throws {
    guard !condition else { return }
    throw ContractViolation(description: "\(file):\(line) \(what())")
}

func expectEqual<Value: Equatable>(_ a: Value, _ b: Value, line: Int = #line, file: String = #fileID) throws {
    try expect(a == b, "\(a) is not \(b)", line: line, file: file)
}

/// The body must throw a `StorageError` that satisfies `matches`.
func expectError<Value>(
    _ body: () async throws -> Value, line: Int = #line, file: String = #fileID, _ matches: (StorageError) -> Bool
) async throws {
    do { _ = try await body() } catch let error as StorageError {
        return try expect(matches(error), "another error: \(error)", line: line, file: file)
    }
    throw ContractViolation(description: "\(file):\(line) nothing was thrown")
}
