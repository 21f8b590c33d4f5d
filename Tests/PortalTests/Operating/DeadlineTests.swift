import Portal
import Storage
import Testing

struct DeadlineTests {
    @Test func `an answer in time is the answer`() async throws {
        #expect(try await within(.seconds(60)) { 7 } == 7)
    }

    @Test func `a failure in time is the failure`() async {
        await #expect(throws: StorageError.busy) { try await within(.seconds(60)) { throw StorageError.busy } }
    }

    @Test func `nobody waits for ever`() async throws {
        let (never, keptOpen) = AsyncStream.makeStream(of: Int.self)
        let answer = try await within(.milliseconds(10)) { () -> Int? in
            var answers = never.makeAsyncIterator()
            return await answers.next()
        }
        #expect(answer == nil)
        keptOpen.finish()
    }

    @Test(arguments: [(StorageError.busy, 2), (.lost("the server closed the connection"), 10)])
    func `a database that is away is worth another try`(error: StorageError, wait: Int) {
        #expect(DatabaseOutage(error)?.wait == wait)
    }

    @Test(arguments: [StorageError.unique("program.id"), .other("no such table"), .newerSchema(found: 9, known: 8)])
    func `a fault is not`(error: StorageError) {
        #expect(DatabaseOutage(error) == nil)
    }
}
