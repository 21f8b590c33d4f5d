import Domain
import Foundation
import Logging
import Mail
import Portal
import Storage
import StorageSQLite
import Synchronization
import Testing

/// The worker over a real outbox and a real folder. What only a mail server can do is tried out with one in the acceptance suite.
@Suite(.timeLimit(.minutes(10))) struct SendMailTests {
    /// A portal's outbox on a disk of its own, and a time that a test sets.
    private final class Office: Sendable {
        let root = FileManager.default.temporaryDirectory.appending(path: "tremplin-mail-\(UUID().uuidString)")
        let database: SQLiteDatabase
        let outbox: OutboxStore
        let time = Mutex(Timestamp(milliseconds: 1_795_453_200_000))
        let bell = MailBell()

        init() async throws {
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
            database = try SQLiteDatabase(path: root.appending(path: "portal.sqlite").path)
            try await Migrator().migrate(database, at: time.withLock { $0 })
            outbox = OutboxStore(database)
        }

        deinit { try? FileManager.default.removeItem(at: root) }

        var folder: String { root.appending(path: "mail").path }
        var clock: PortalClock { PortalClock { self.time.withLock { $0 } } }
        var delivered: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }
        func pass(seconds: Int64) { time.withLock { $0.milliseconds += seconds * 1_000 } }

        func worker(patience: MailPatience = MailPatience()) -> SendMail {
            SendMail(
                outbox: outbox, transport: FolderTransport(path: folder),
                sender: Sender(name: LocalizedText(en: "Tremplin"), address: EmailAddress("no-reply@portal.example")!), bell: bell,
                clock: clock,
                logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }), patience: patience)
        }

        func queue(_ ids: OutgoingMail.ID...) async throws {
            let mails = ids.map {
                OutgoingMail(
                    id: $0, kind: "test", recipient: EmailAddress("ana@college.example")!, language: .en, subject: "s", text: "t", html: "h"
                )
            }
            try await outbox.enqueue(mails, at: clock.now)
        }

        /// A file where the folder should be: no mail can be written.
        func block() { #expect(FileManager.default.createFile(atPath: folder, contents: nil)) }
        func unblock() throws { try FileManager.default.removeItem(atPath: folder) }
    }

    @Test func `what is queued is handed over, confirmed, and never handed over again`() async throws {
        let office = try await Office()
        try await office.queue("1", "2")
        let worker = office.worker()
        #expect(await worker.turn() == .more)
        #expect(await worker.turn() == .more)
        #expect(await worker.turn() == .done)
        #expect(office.delivered == ["1.eml", "2.eml"])
        #expect(try await office.outbox.counts().count(.sent) == 2)
        try FileManager.default.removeItem(atPath: office.folder)
        office.pass(seconds: 100_000)
        #expect(await worker.turn() == .done)
        #expect(office.delivered == [])
    }

    @Test func `when nothing gets through, mail waits and loses no attempt`() async throws {
        let office = try await Office()
        office.block()
        try await office.queue("1")
        let worker = office.worker()
        for _ in 0..<50 { #expect(await worker.turn() == .blocked) }
        #expect(try await office.outbox.counts().count(.waiting) == 1)
        #expect(try await office.outbox.failures(most: 1).first?.failure.contains("cannot be made") == true)
        try office.unblock()
        #expect(await worker.turn() == .more)
        #expect(office.delivered == ["1.eml"])
    }

    @Test func `a mail that could not go for three days is given up, and goes when an operator says so`() async throws {
        let office = try await Office()
        office.block()
        try await office.queue("1")
        let worker = office.worker()
        office.pass(seconds: 3 * 86_400 - 1)
        #expect(await worker.turn() == .blocked)
        #expect(try await office.outbox.counts().count(.dead) == 0)
        office.pass(seconds: 1)
        #expect(await worker.turn() == .blocked)
        #expect(try await office.outbox.counts().count(.dead) == 1)
        try office.unblock()
        #expect(await worker.turn() == .done)
        #expect(try await office.outbox.retryDead(at: office.clock.now) == 1)
        #expect(await worker.turn() == .more)
        #expect(office.delivered == ["1.eml"])
    }

    @Test func `a mail that another node has taken is left to it until its lease ends`() async throws {
        let office = try await Office()
        try await office.queue("1")
        let end = Timestamp(milliseconds: office.clock.now.milliseconds + 90_000)
        #expect(try await office.outbox.claim(most: 1, at: office.clock.now, leasedUntil: end).count == 1)
        let worker = office.worker()
        #expect(await worker.turn() == .done)
        office.pass(seconds: 90)
        #expect(await worker.turn() == .more)
        #expect(office.delivered == ["1.eml"])
    }

    @Test func `the bell wakes the worker, and stopping it ends it`() async throws {
        let office = try await Office()
        var patience = MailPatience()
        patience.look = .seconds(3_600)
        let worker = office.worker(patience: patience)
        async let work: Void = worker.run()
        for id in ["1", "2", "3"] as [OutgoingMail.ID] {
            try await office.queue(id)
            office.bell.ring()
            while try await office.outbox.counts().count(.waiting) > 0 { await Task.yield() }
        }
        worker.stop()
        await work
        #expect(office.delivered == ["1.eml", "2.eml", "3.eml"])
    }

    @Test func `a worker stops although nothing gets through`() async throws {
        let office = try await Office()
        office.block()
        try await office.queue("1")
        let worker = office.worker()
        async let work: Void = worker.run()
        while try await office.outbox.failures(most: 1).isEmpty { await Task.yield() }
        worker.stop()
        await work
        #expect(try await office.outbox.counts().count(.waiting) == 1)
    }

    @Test func `two weeks after it was sent nobody can tell what a mail said, and after a year that there was one`() async throws {
        let office = try await Office()
        try await office.queue("1", "2")
        #expect(await office.worker().turn() == .more)
        let forget = ForgetMail(outbox: office.outbox, clock: office.clock)
        office.pass(seconds: 14 * 86_400)
        #expect(try await forget() == 0)
        office.pass(seconds: 1)
        #expect(try await forget() == 1)
        #expect(try await office.outbox.counts().count(.sent) == 1)
        office.pass(seconds: 351 * 86_400)
        try await forget()
        #expect(try await office.outbox.counts().count(.sent) == 0)
        #expect(try await office.outbox.counts().count(.waiting) == 1)
    }
}
