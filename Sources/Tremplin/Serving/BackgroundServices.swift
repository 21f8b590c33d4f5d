import Logging
import Portal
import ServiceLifecycle
import Storage

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

/// Erases what is over: at the start, then every hour. Nodes may do it side by side.
struct Housekeeping: Service {
    /// What is erased, and how: told how many there were.
    let jobs: [(name: String, erase: @Sendable () async throws -> Int)]
    let logger: Logger
    var interval = Duration.seconds(3_600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat {
                for job in jobs { await erase(job.name, job.erase) }
            } while (try? await Task.sleep(for: interval)) != nil
        }
    }

    private func erase(_ name: String, _ erase: @Sendable () async throws -> Int) async {
        do {
            let count = try await erase()
            if count > 0 { logger.info("Erased what is over", metadata: ["what": "\(name)", "count": "\(count)"]) }
        } catch {
            // The portal is stopping: what is left is erased at the next start.
            guard !Task.isCancelled else { return }
            logger.error("What is over could not be erased; trying again", metadata: ["what": "\(name)", "error": "\(error)"])
        }
    }
}

extension Housekeeping {
    init(_ services: PortalServices, _ database: any SQLDatabase, logger: Logger) {
        let quiz = services.quiz
        let needs = services.needs
        let directory = services.directory
        self.init(
            jobs: [
                ("quiz answers", { try await quiz.keep.eraseExpired() }),
                ("requests of employers", { try await needs?.eraseExpired() ?? 0 }),
                ("employers' directory", { try await directory?.eraseExpired() ?? 0 }),
                ("wrong codes", { try await quiz.guesses.forget() }),
                ("imports", { try await ImportJobStore(database).eraseExpired(at: PortalClock.system.now) }),
                ("changes every node has seen", { try await ChangeLog(database).forget(allBut: Self.keptChanges) }),
            ], logger: logger)
    }

    /// 500,000: a node that has been away for longer reads the rows, and so does an import compared with a plan of before.
    private static let keptChanges = 500_000
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
