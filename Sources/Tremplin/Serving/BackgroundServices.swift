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

/// Erases quiz answers whose days are over: at the start, then every hour.
struct QuizErasing: Service {
    let keep: KeepQuiz
    let logger: Logger
    var interval = Duration.seconds(3_600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat { await erase() } while (try? await Task.sleep(for: interval)) != nil
        }
    }

    private func erase() async {
        do {
            let erased = try await keep.eraseExpired()
            if erased > 0 { logger.info("Quiz answers past their days erased", metadata: ["count": "\(erased)"]) }
        } catch {
            // The portal is stopping: what is left is erased at the next start.
            guard !Task.isCancelled else { return }
            logger.error("Quiz answers past their days could not be erased; trying again", metadata: ["error": "\(error)"])
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

/// Writes the catalogue's file: at once when there is none that can be used, and at the end when something changed since.
struct SnapshotKeeping: Service {
    let keep: KeepSnapshot
    let logger: Logger

    func run() async throws {
        if keep.isMissing { await write() }
        try? await gracefulShutdown()
        await write()
    }

    private func write() async {
        let start = ContinuousClock.now
        do {
            guard let change = try await keep.write() else { return }
            logger.info(
                "The catalogue's file was written",
                metadata: ["change": "\(change)", "milliseconds": "\(Figures.milliseconds(.now - start))"])
        } catch {
            logger.error("The catalogue's file could not be written; the next start reads the database", metadata: ["error": "\(error)"])
        }
    }
}
