package import Domain
package import Logging
package import Mail
package import Storage
import Synchronization

/// Empties the outbox: takes what is due, hands it over, and writes down how it went. Any number of nodes may do so at once.
///
/// A mail is confirmed only after the server's word that it has it. When the process dies between that word and the confirmation, the mail is
/// sent again, with the same Message-ID; after a confirmation, never (docs/decisions/0047).
package actor SendMail {
    private let outbox: OutboxStore
    private let transport: any MailTransport
    private let sender: Sender
    private let senderName: (@Sendable () -> LocalizedText)?
    private let patience: MailPatience
    private let bell: MailBell
    private let clock: PortalClock
    private let logger: Logger
    /// A server has them, and the database does not know yet: nothing else is sent before it does.
    private var handedOver: [OutgoingMail.ID] = []
    private let isStopped = Mutex(false)

    package init(
        outbox: OutboxStore, transport: any MailTransport, sender: Sender, senderName: (@Sendable () -> LocalizedText)? = nil,
        bell: MailBell, clock: PortalClock = .system, logger: Logger,
        patience: MailPatience = MailPatience()
    ) {
        self.outbox = outbox
        self.transport = transport
        self.sender = sender
        self.senderName = senderName
        self.bell = bell
        self.clock = clock
        self.logger = logger
        self.patience = patience
    }

    /// How a turn ended.
    package enum Turn: Hashable, Sendable {
        /// There may be more at once.
        case more
        /// Nothing is due.
        case done
        /// No mail gets through, or nothing can be written down: it is better to wait.
        case blocked
    }

    /// Until `stop`. What is in flight then is finished.
    package func run() async {
        var blocked = 0
        while !hasStopped {
            switch await turn() {
            case .more: blocked = 0
            case .done:
                blocked = 0
                await transport.rest()
                await bell.wait(atMost: patience.look)
            case .blocked:
                blocked += 1
                await transport.rest()
                await pause(patience.pause(afterBlocked: blocked))
            }
        }
        await confirmHandedOver()
        await transport.rest()
    }

    package nonisolated func stop() {
        isStopped.withLock { $0 = true }
        bell.ring()
    }

    private nonisolated var hasStopped: Bool { isStopped.withLock { $0 } }

    /// New mail does not end a pause: it could not go either.
    private func pause(_ time: Duration) async {
        let end = ContinuousClock.now + time
        while !hasStopped, case let left = end - .now, left > .zero { await bell.wait(atMost: left) }
    }

    /// Sends the mail that has been due longest.
    ///
    /// One at a time: a node that dies keeps one mail waiting for the end of its lease, and not a batch of them. The connection to the server
    /// stays open from one turn to the next.
    package func turn() async -> Turn {
        await confirmHandedOver()
        guard handedOver.isEmpty else { return .blocked }
        let claim: ClaimedMail
        do {
            let now = clock.now
            let claims = try await outbox.claim(most: 1, at: now, leasedUntil: now.adding(patience.lease))
            guard let first = claims.first else { return .done }
            claim = first
        } catch {
            logger.error("The outbox could not be read; trying again", metadata: ["error": "\(error)"])
            return .blocked
        }
        let sender = Sender(name: senderName?() ?? sender.name, address: sender.address)
        do { try await transport.send(MailMessage(claim.mail, from: sender, queuedAt: claim.queuedAt)) } catch {
            return await failed(claim, error) ? .blocked : .more
        }
        handedOver.append(claim.mail.id)
        await confirmHandedOver()
        return handedOver.isEmpty ? .more : .blocked
    }

    private func confirmHandedOver() async {
        while let mail = handedOver.first {
            do {
                try await outbox.confirm(mail, at: clock.now)
                handedOver.removeFirst()
            } catch {
                logger.error("A mail was handed over and that could not be noted; trying again", metadata: ["error": "\(error)"])
                return
            }
        }
    }

    /// - Returns: whether every other mail would fare the same now.
    private func failed(_ claim: ClaimedMail, _ error: MailError) async -> Bool {
        let now = clock.now
        let metadata: Logger.Metadata = [
            "kind": "\(claim.mail.kind.rawValue)", "domain": "\(claim.mail.recipient.domain)", "attempt": "\(claim.attempts)",
        ]
        let isOver = claim.expiry <= now
        switch error {
        case .unreachable(let reason), .configuration(let reason):
            logger.error("Mail cannot be sent; it waits", metadata: ["reason": "\(reason)"])
            await note { outbox in
                guard !isOver else { return try await outbox.giveUp(claim, because: reason, at: now) }
                try await outbox.release([claim], dueAt: now, because: reason)
            }
            return true
        case .temporary(let reason) where !isOver && claim.attempts < patience.attempts:
            // The server's words may name the reader: they stay in the database.
            logger.notice("A mail was not taken; it is tried again", metadata: metadata)
            await note { try await $0.retry(claim, dueAt: now.adding(self.patience.delay(after: claim.attempts)), because: reason) }
        case .temporary(let reason), .permanent(let reason):
            logger.warning("A mail was given up: see `tremplin mail outbox`", metadata: metadata)
            await note { try await $0.giveUp(claim, because: reason, at: now) }
        }
        return false
    }

    /// What cannot be noted is not lost: the lease ends by itself.
    private func note(_ body: (OutboxStore) async throws -> Void) async {
        do { try await body(outbox) } catch {
            logger.error("The outbox could not be written; its leases end by themselves", metadata: ["error": "\(error)"])
        }
    }
}
