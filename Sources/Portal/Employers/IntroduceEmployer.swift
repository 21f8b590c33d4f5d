package import Domain
import Storage

/// The employer agrees, by the single-use link of a pledge's mail, that this one institution learns who asks.
package struct IntroduceEmployer: Sendable {
    let desk: NeedDesk

    package struct View: Sendable {
        package let request: NeedRequest
        package let pledge: NeedPledge
    }

    package init(desk: NeedDesk) { self.desk = desk }

    /// - Returns: `nil` when the link was used, or the request is gone. To look changes nothing.
    package func look(_ token: SecretToken) async throws -> View? {
        let now = desk.clock.now
        return try await desk.database.read { try $0.introduction(token, at: now) }
    }

    package func callAsFunction(_ token: SecretToken) async throws -> View? {
        let now = desk.clock.now
        let view = try await desk.database.write { connection -> View? in
            guard let view = try connection.introduction(token, at: now), try connection.reveal(under: token.hash, at: now) else {
                return nil
            }
            // Whoever pledged may have left since.
            if let account = try connection.account(view.pledge.account), account.state == .active {
                let letter = Letter(
                    .needIntroduction, to: account.email, in: account.language, values: ["name": account.name],
                    link: desk.addresses.board(of: view.pledge.institution, in: account.language))
                try connection.enqueue([desk.letters.mail(letter, at: now)], at: now)
            }
            return view
        }
        if view != nil { desk.bell?.ring() }
        return view
    }
}

extension SQLConnection {
    fileprivate func introduction(_ token: SecretToken, at now: Timestamp) throws -> IntroduceEmployer.View? {
        guard let pledge = try pledge(under: token.hash), let request = try needRequest(pledge.request, at: now) else { return nil }
        return IntroduceEmployer.View(request: request, pledge: pledge)
    }
}
