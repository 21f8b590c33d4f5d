import Dispatch
import Foundation

/// Does independent pieces of work on all processors and waits for them: for building and moving segments, where a task would gain nothing
/// and every caller would have to be asynchronous.
///
/// - Parameter work: told which piece; pieces touch nothing in common but what none of them changes.
/// - Returns: the results in the order of the pieces.
func concurrently<Result>(_ count: Int, _ work: (Int) -> Result) -> [Result] {
    guard count > 1 else { return (0..<count).map(work) }
    return [Result](unsafeUninitializedCapacity: count) { results, filled in
        withoutActuallyEscaping(work) { work in
            // Each piece writes its own place and no other, and all are done before either goes out of scope.
            nonisolated(unsafe) let (places, work) = (results, work)
            DispatchQueue.concurrentPerform(iterations: count) { piece in
                (places.baseAddress! + piece).initialize(to: work(piece))
            }
        }
        filled = count
    }
}

/// How many pieces of work go on at the same time.
let processorCount = max(1, ProcessInfo.processInfo.activeProcessorCount)
