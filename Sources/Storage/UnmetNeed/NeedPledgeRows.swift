package import Domain

/// What institutions pledge for a request, inside a transaction that may do more.
extension SQLConnection {
    /// One for each institution and request: a new one takes the place of the one before, and of its link. Who was told stays told.
    /// - Parameter revealToken: the hash of the link by which the employer agrees to be named.
    package func save(_ pledge: NeedPledge, under revealToken: String) throws {
        try execute(
            .insert(into: "need_pledge", needPledgeColumns + ["reveal_token"])
                + """
                 ON CONFLICT (request, institution) DO UPDATE SET account = excluded.account, program = excluded.program,
                planned = excluded.planned, ready_on = excluded.ready_on, note = excluded.note, created_at = excluded.created_at,
                reveal_token = CASE WHEN need_pledge.revealed_at IS NULL THEN excluded.reveal_token ELSE NULL END
                """,
            [
                .text(pledge.id.rawValue), .text(pledge.request.rawValue), .text(pledge.institution.rawValue),
                .text(pledge.account.rawValue),
                .text(pledge.program?.rawValue), .text(pledge.planned), .date(pledge.readyOn), .text(pledge.note), .time(pledge.createdAt),
                .time(pledge.revealedAt), .text(revealToken),
            ])
    }

    package func pledges(of request: NeedRequest.ID) throws -> [NeedPledge] {
        try pledges("WHERE request = ? ORDER BY created_at, id", [.text(request.rawValue)])
    }

    package func pledges(by institution: Institution.ID) throws -> [NeedPledge] {
        try pledges("WHERE institution = ? ORDER BY created_at, id", [.text(institution.rawValue)])
    }

    package func countPledges() throws -> [NeedRequest.ID: Int] {
        Dictionary(
            uniqueKeysWithValues: try query("SELECT request, COUNT(*) AS count FROM need_pledge GROUP BY request").map {
                (NeedRequest.ID(try $0.text("request")), try $0.integer("count"))
            })
    }

    package func pledge(under revealToken: String) throws -> NeedPledge? {
        try pledges("WHERE reveal_token = ?", [.text(revealToken)]).first
    }

    /// The link is used up. Of two at the same moment one gets it.
    package func reveal(under revealToken: String, at now: Timestamp) throws -> Bool {
        try execute(
            "UPDATE need_pledge SET revealed_at = ?, reveal_token = NULL WHERE reveal_token = ? AND revealed_at IS NULL",
            [.time(now), .text(revealToken)]) == 1
    }

    private func pledges(_ condition: SQL, _ values: [SQLValue]) throws -> [NeedPledge] {
        try query("SELECT " + .list(needPledgeColumns) + " FROM need_pledge " + condition, values).map { try NeedPledge($0) }
    }
}

private let needPledgeColumns: [SQL] = [
    "id", "request", "institution", "account", "program", "planned", "ready_on", "note", "created_at", "revealed_at",
]

extension NeedPledge {
    fileprivate init(_ row: SQLRow) throws(StorageError) {
        self.init(
            id: ID(try row.text("id")), request: NeedRequest.ID(try row.text("request")),
            institution: Institution.ID(try row.text("institution")), account: Account.ID(try row.text("account")),
            program: try row.optionalText("program").map { Program.ID($0) }, planned: try row.optionalText("planned"),
            readyOn: try row.optionalDate("ready_on"), note: try row.text("note"), createdAt: try row.time("created_at"),
            revealedAt: try row.optionalTime("revealed_at"))
    }
}
