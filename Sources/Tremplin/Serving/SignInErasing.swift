import Logging
import Portal
import ServiceLifecycle

/// Erases sessions, links and counters of sign-ins whose time is over: at the start, then every hour.
struct SignInErasing: Service {
    let sessions: Sessions
    let logger: Logger
    var interval = Duration.seconds(3_600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat { await erase() } while (try? await Task.sleep(for: interval)) != nil
        }
    }

    private func erase() async {
        do {
            try await sessions.eraseExpired()
        } catch {
            guard !Task.isCancelled else { return }
            logger.error("Sessions past their time could not be erased; trying again", metadata: ["error": "\(error)"])
        }
    }
}
