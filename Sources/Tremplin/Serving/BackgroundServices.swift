import Logging
import Portal
import ServiceLifecycle

/// Writes the counts every few seconds, and once more at the end.
struct CountWriting: Service {
    let measure: Measuring
    let countUnmetNeed: CountUnmetNeed
    let logger: Logger

    /// 5 seconds: what is lost when the machine loses power, against a write a second for nobody.
    private static let interval = Duration.seconds(5)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            // Sleeping ends with an error when the portal stops: nothing is written by a task that is being cancelled.
            while (try? await Task.sleep(for: Self.interval)) != nil { await write() }
        }
        await write()
    }

    private func write() async {
        do {
            try await measure.flush()
            try await countUnmetNeed.flush()
        } catch {
            logger.error("Counts could not be written; trying again", metadata: ["error": "\(error)"])
        }
    }
}

/// Notices what other processes write to the database.
struct ChangeFollowing: Service {
    let follow: FollowChanges
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown { await follow.run(logger: logger) }
    }
}
