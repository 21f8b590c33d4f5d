import Portal
import ServiceLifecycle

/// Compares and writes files that institutions bring in, until the portal stops; the one in hand then is finished first.
struct ImportRunning: Service {
    let run: RunImports

    func run() async throws {
        // A task of its own, which nobody cancels: what is being written is ended in order.
        let work = Task { [run] in await run.run() }
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await work.value
            } onGracefulShutdown: {
                run.stop()
            }
        } onCancel: {
            run.stop()
        }
    }
}
