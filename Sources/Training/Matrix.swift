import Dispatch

/// Numbers in rows, in memory aligned for vectors of eight.
///
/// Unchecked: threads that share one write disjoint rows, and never while others read them; `Stripes.perform` waits for all.
final class Matrix: @unchecked Sendable {
    typealias Eight = SIMD8<Float>

    let rows: Int
    /// Of eight numbers each.
    let width: Int
    let start: UnsafeMutablePointer<Eight>

    /// - Precondition: columns are a multiple of eight.
    init(rows: Int, columns: Int) {
        precondition(columns % 8 == 0)
        self.rows = rows
        width = columns / 8
        start = .allocate(capacity: rows * columns / 8)
        start.initialize(repeating: .zero, count: rows * columns / 8)
    }

    deinit { start.deallocate() }

    var columns: Int { 8 * width }

    @inline(__always)
    func row(_ row: Int) -> UnsafeMutablePointer<Eight> { start + row * width }

    /// The same memory number by number: only while the matrix is held by something that outlives the use.
    var numbers: UnsafeMutablePointer<Float> { UnsafeMutableRawPointer(start).assumingMemoryBound(to: Float.self) }

    /// The same, held for the time of the work.
    func withNumbers<Result>(_ work: (UnsafeMutablePointer<Float>) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(self) { try work(numbers) }
    }
}

/// Shares work out among threads in pieces that do not depend on how many threads there are: so results do not either.
struct Stripes: Sendable {
    let threads: Int

    func perform(_ count: Int, _ work: (Int) -> Void) {
        guard threads > 1, count > 1 else { return (0..<count).forEach(work) }
        withoutActuallyEscaping(work) { work in
            // All threads are done before it goes out of scope.
            nonisolated(unsafe) let work = work
            let threads = threads
            DispatchQueue.concurrentPerform(iterations: threads) { thread in
                for piece in stride(from: thread, to: count, by: threads) { work(piece) }
            }
        }
    }
}
