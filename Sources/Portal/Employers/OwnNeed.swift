package import Domain
import Storage

/// An employer's own request, behind the private link of the mail: verified with it, read, withdrawn.
package struct OwnNeed: Sendable {
    let desk: NeedDesk

    package struct View: Sendable {
        package let request: NeedRequest
        package let pledges: [NeedPledge]
    }

    package init(desk: NeedDesk) { self.desk = desk }

    /// - Returns: `nil` when there is none under the link, or none any more. To look changes nothing.
    package func look(_ token: SecretToken) async throws -> View? {
        let now = desk.clock.now
        return try await desk.database.read { connection in
            guard let request = try connection.needRequest(under: token.hash, at: now) else { return nil }
            return View(request: request, pledges: try connection.pledges(of: request.id))
        }
    }

    /// Its address is verified: institutions see it from now on.
    /// - Returns: false when there is nothing under the link.
    package func confirm(_ token: SecretToken) async throws -> Bool {
        let now = desk.clock.now
        let end = Timestamp(milliseconds: now.milliseconds + AskForNeed.shown)
        return try await desk.database.write { connection in
            guard let request = try connection.needRequest(under: token.hash, at: now) else { return false }
            _ = try connection.confirm(request.id, at: now, until: end)
            return true
        }
    }

    /// Erased whole, with what was pledged for it.
    package func withdraw(_ token: SecretToken) async throws -> Bool {
        let now = desk.clock.now
        return try await desk.database.write { connection in
            guard let request = try connection.needRequest(under: token.hash, at: now) else { return false }
            return try connection.eraseNeedRequest(request.id)
        }
    }
}
