package import Domain
import Storage

/// Ends mail from institutions, by the link that stands in each of them: no more from this one, or from nobody.
package struct EndOutreach: Sendable {
    let desk: DirectoryDesk

    package struct View: Sendable {
        package let institution: Institution.ID
        package let organisation: String
        /// Whether it has been said before.
        package let isRefused: Bool
    }

    package enum Choice: String, Sendable, CaseIterable {
        case institution
        /// The entry is erased.
        case everybody
    }

    package init(desk: DirectoryDesk) { self.desk = desk }

    /// - Returns: `nil` when there is nothing under the link any more: nobody writes to that address. To look changes nothing.
    package func look(_ token: SecretToken) async throws -> View? { try await desk.database.read { try $0.ending(token) } }

    /// The same any number of times: mail programs may send it again.
    /// - Returns: `nil` as `look` does.
    package func callAsFunction(_ token: SecretToken, _ choice: Choice, by way: ConsentRecord.Way) async throws -> View? {
        let now = desk.clock.now
        return try await desk.database.write { connection in
            guard let view = try connection.ending(token), let delivery = try connection.outreach(endedBy: token.hash),
                let entry = try connection.directoryEntry(delivery.entry)
            else { return nil }
            switch choice {
            case .institution:
                guard try connection.refuse(delivery.institution, for: entry.id, at: now) else { return view }
                try desk.ledger.append(
                    ConsentRecord(.outreach, .withdrawn, by: way, at: now, from: delivery.institution), of: entry.email, connection)
            case .everybody:
                try desk.ledger.append(ConsentRecord(.directory, .withdrawn, by: way, at: now), of: entry.email, connection)
                try connection.eraseDirectoryEntry(entry.id)
            }
            return view
        }
    }
}

extension SQLConnection {
    fileprivate func ending(_ token: SecretToken) throws -> EndOutreach.View? {
        guard let delivery = try outreach(endedBy: token.hash), let entry = try directoryEntry(delivery.entry) else { return nil }
        return EndOutreach.View(
            institution: delivery.institution, organisation: entry.organisation,
            isRefused: try refusals(of: entry.id).contains(delivery.institution))
    }
}
