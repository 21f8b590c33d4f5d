import Foundation

/// Hands rows from the thread of one database to that of another, a handful at a time: neither runs far ahead, and when one gives up, so does
/// the other.
///
/// Unchecked, because its state is behind `condition`. Its two ends wait as threads do: they are the ones databases lend to bodies, which must not await.
final class RowChannel: @unchecked Sendable {
    enum Piece: Sendable {
        case table(String, columns: [String])
        case rows([[SQLValue]])
    }

    private let condition = NSCondition()
    private var pieces: [Piece] = []
    private var isFinished = false
    private var failure: (any Error)?
    private var isTaken = false

    private static let capacity = 8

    /// - Throws: what made the other end give up.
    func send(_ piece: Piece) throws {
        condition.lock()
        defer { condition.unlock() }
        while pieces.count >= Self.capacity, failure == nil { condition.wait() }
        if let failure { throw failure }
        pieces.append(piece)
        condition.broadcast()
    }

    /// - Returns: `nil` after the last one.
    func next() throws -> Piece? {
        condition.lock()
        defer { condition.unlock() }
        while pieces.isEmpty, !isFinished, failure == nil { condition.wait() }
        if let failure { throw failure }
        condition.broadcast()
        return pieces.isEmpty ? nil : pieces.removeFirst()
    }

    func finish() {
        condition.lock()
        isFinished = true
        condition.broadcast()
        condition.unlock()
    }

    /// Returns when everything was taken, or somebody gave up.
    func waitUntilEmpty() {
        condition.lock()
        while !pieces.isEmpty, failure == nil { condition.wait() }
        condition.unlock()
    }

    func fail(_ error: any Error) {
        condition.lock()
        if failure == nil { failure = error }
        condition.broadcast()
        condition.unlock()
    }

    /// What went through cannot be had twice.
    func take() throws {
        condition.lock()
        defer { condition.unlock() }
        guard !isTaken else { throw StorageError.busy }
        isTaken = true
    }
}
