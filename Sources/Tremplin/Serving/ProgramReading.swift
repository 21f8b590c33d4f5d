import Portal
import ServiceLifecycle

/// Reads the texts of programs for suggestions, until the portal stops.
struct ProgramReading: Service {
    let read: ReadPrograms

    func run() async throws {
        // A task of its own, which nobody cancels: what was read is kept in order.
        let work = Task(priority: .utility) { [read] in await read.run() }
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await work.value
            } onGracefulShutdown: {
                read.stop()
            }
        } onCancel: {
            read.stop()
        }
    }
}
