import Logging
import Portal
import ServiceLifecycle

/// Empties the outbox until the portal stops; the mail in flight then is finished first.
struct MailSending: Service {
    let send: SendMail

    func run() async throws {
        // A task of its own, which nobody cancels: a mail that was handed over must still be written down as handed over.
        let work = Task { await send.run() }
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await work.value
            } onGracefulShutdown: {
                send.stop()
            }
        } onCancel: {
            send.stop()
        }
    }
}

/// Forgets old mail: at the start, then every hour.
struct MailForgetting: Service {
    let forget: ForgetMail
    let logger: Logger

    private static let interval = Duration.seconds(3_600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat { await run(once: forget) } while (try? await Task.sleep(for: Self.interval)) != nil
        }
    }

    private func run(once forget: ForgetMail) async {
        do {
            let forgotten = try await forget()
            if forgotten > 0 { logger.info("Mail of long ago forgotten", metadata: ["count": "\(forgotten)"]) }
        } catch {
            guard !Task.isCancelled else { return }
            logger.error("Mail of long ago could not be forgotten; trying again", metadata: ["error": "\(error)"])
        }
    }
}
