package import ArgumentParser
import Domain
import Portal
import Storage

/// `tremplin mail outbox`: how many mails wait, were sent, were given up.
package struct MailOutboxCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Count the mails that wait, were sent and were given up, and why the last ones failed.")

    @Flag(help: "Try again what was given up: after the fault was mended.")
    var retryDead = false

    @Flag(help: "Write JSON.")
    var json = false

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let now = surroundings.clock.now
        let console = surroundings.console
        try await surroundings.withDatabase { database in
            let outbox = OutboxStore(database)
            if retryDead {
                let count = try await outbox.retryDead(at: now)
                console.notice("\(count.grouped) will be tried again.")
            }
            let counts = try await outbox.counts()
            let failures = try await outbox.failures(most: 10)
            if json { return console.line(try JSONText.make(OutboxReport(counts))) }
            var table = TextTable(["state", "kind", "mails"], rightAligned: [2])
            for line in counts.lines { table.add([line.state.rawValue, line.kind.rawValue, line.count.grouped]) }
            console.write(table.text)
            if let oldest = counts.oldestWaiting {
                console.line("The oldest has waited for \(max(0, (now.milliseconds - oldest.milliseconds) / 60_000)) minutes.")
            }
            for one in failures { console.line("\(one.mail) \(one.kind.rawValue): \(one.failure)") }
        }
    }
}

/// The counts, as JSON.
struct OutboxReport: Encodable, Sendable {
    let waiting: Int
    let sent: Int
    let dead: Int

    init(_ counts: OutboxCounts) {
        waiting = counts.count(.waiting)
        sent = counts.count(.sent)
        dead = counts.count(.dead)
    }
}
