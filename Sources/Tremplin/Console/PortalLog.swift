import Foundation
import Logging
import Portal
import Synchronization

/// The log of `serve`: to standard error, in the form the operator wants, with the request's number on whatever is said while answering one.
enum PortalLog {
    private static let writing = Mutex(())

    static func logger(_ configuration: PortalConfiguration, clock: PortalClock) -> Logger {
        let request = Logger.MetadataProvider { RequestScope.id.map { [RequestScope.key: "\($0)"] } ?? [:] }
        let writesJSON = configuration.writesJSON
        var logger = Logger(label: "tremplin") { label in
            guard writesJSON else { return StreamLogHandler.standardError(label: label, metadataProvider: request) }
            return JSONLogHandler(label: label, metadataProvider: request, clock: clock) { line in
                // Lines longer than a pipe takes at once must not run into each other.
                writing.withLock { _ in FileHandle.standardError.write(Data(line)) }
            }
        }
        logger.logLevel = Logger.Level(rawValue: configuration.text(.logLevel)) ?? .info
        return logger
    }
}

extension PortalConfiguration {
    var writesJSON: Bool { text(.logFormat) == "json" }
}

extension Surroundings {
    /// The same, with what is said to the person at the keyboard in the log: a collector reads every line of it.
    func noticing(in logger: Logger) -> Surroundings {
        let told = Console(
            output: { console.write($0) }, notice: { logger.notice("\($0.trimmingCharacters(in: .whitespacesAndNewlines))") })
        return Surroundings(console: told, flags: flags, environment: environment, clock: clock)
    }
}
