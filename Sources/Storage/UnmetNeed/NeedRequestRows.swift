package import Domain

/// Requests for what was not found, inside a transaction that may do more.
extension SQLConnection {
    /// - Parameter ownToken: the hash of the link that shows, verifies and withdraws it.
    package func insert(_ request: NeedRequest, under ownToken: String) throws {
        try execute(
            .insert(into: "need_request", needRequestColumns + ["own_token"]),
            [
                .text(request.id.rawValue), .word(request.language), .text(request.wanted), .integer(request.people),
                .text(request.occupation?.rawValue), .text(request.region?.rawValue), .text(request.email.text),
                .text(request.organisation),
                .time(request.createdAt), .time(request.confirmedAt), .time(request.expiresAt), .text(ownToken),
            ])
        try execute(
            .insert(into: "need_request_target", ["request", "position", "kind", "code"]),
            each: request.targets.enumerated().map { place, target in
                [.text(request.id.rawValue), .integer(place), .word(target.kind), .text(target.code)]
            })
    }

    package func needRequest(under ownToken: String, at now: Timestamp) throws -> NeedRequest? {
        try needRequests("WHERE own_token = ? AND expires_at > ?", [.text(ownToken), .time(now)]).first
    }

    package func needRequest(_ id: NeedRequest.ID, at now: Timestamp) throws -> NeedRequest? {
        try needRequests("WHERE id = ? AND expires_at > ?", [.text(id.rawValue), .time(now)]).first
    }

    /// Those that institutions see, the latest first.
    package func confirmedNeedRequests(at now: Timestamp, limit: Int = 200) throws -> [NeedRequest] {
        try needRequests(
            "WHERE confirmed_at IS NOT NULL AND expires_at > ? ORDER BY confirmed_at DESC, id LIMIT ?", [.time(now), .integer(limit)])
    }

    package func countNeedRequests(of email: EmailAddress, since time: Timestamp) throws -> Int {
        try first(
            "SELECT COUNT(*) AS count FROM need_request WHERE email = ? AND created_at > ?", [.text(email.text), .time(time)]
        )?.integer("count") ?? 0
    }

    /// - Returns: whether it was this call that verified it.
    package func confirm(_ id: NeedRequest.ID, at now: Timestamp, until end: Timestamp) throws -> Bool {
        try execute(
            "UPDATE need_request SET confirmed_at = ?, expires_at = ? WHERE id = ? AND confirmed_at IS NULL",
            [.time(now), .time(end), .text(id.rawValue)]) == 1
    }

    /// With everything that hangs on it.
    @discardableResult
    package func eraseNeedRequest(_ id: NeedRequest.ID) throws -> Bool {
        try execute("DELETE FROM need_request WHERE id = ?", [.text(id.rawValue)]) == 1
    }

    package func eraseNeedRequests(expiredAt now: Timestamp) throws -> Int {
        try execute("DELETE FROM need_request WHERE expires_at <= ?", [.time(now)])
    }

    private func needRequests(_ condition: SQL, _ values: [SQLValue]) throws -> [NeedRequest] {
        let rows = try query("SELECT " + .list(needRequestColumns) + " FROM need_request " + condition, values)
        guard !rows.isEmpty else { return [] }
        let ids = try rows.map { SQLValue.text(try $0.text("id")) }
        var targets: [String: [TagTarget]] = [:]
        for row in try query(
            "SELECT request, kind, code FROM need_request_target WHERE request IN (" + .placeholders(ids.count)
                + ") ORDER BY request, position", ids)
        {
            let code = try row.text("code")
            guard let target = TagTarget(kind: try row.word("kind"), code: code) else {
                throw StorageError.unexpected(column: "code", found: code)
            }
            targets[try row.text("request"), default: []].append(target)
        }
        return try rows.map { row in try NeedRequest(row, targets: targets[try row.text("id")] ?? []) }
    }
}

private let needRequestColumns: [SQL] = [
    "id", "language", "wanted", "people", "occupation", "region", "email", "organisation", "created_at", "confirmed_at", "expires_at",
]

extension NeedRequest {
    fileprivate init(_ row: SQLRow, targets: [TagTarget]) throws(StorageError) {
        let address = try row.text("email")
        guard let email = EmailAddress(address) else { throw .unexpected(column: "email", found: "no address") }
        self.init(
            id: ID(try row.text("id")), language: try row.word("language"), wanted: try row.text("wanted"), targets: targets,
            occupation: try row.optionalText("occupation").flatMap { OccupationCode($0) },
            region: try row.optionalText("region").map { Region.ID($0) }, people: try row.optionalInteger("people"), email: email,
            organisation: try row.text("organisation"), createdAt: try row.time("created_at"),
            confirmedAt: try row.optionalTime("confirmed_at"), expiresAt: try row.time("expires_at"))
    }
}
