import Domain

extension AuditAct {
    static let programsImported = AuditAct(rawValue: "programs.imported")
    static let programsArchived = AuditAct(rawValue: "programs.archived")
    static let keyMade = AuditAct(rawValue: "key.made")
    static let keyRevoked = AuditAct(rawValue: "key.revoked")
    static let embedHostAdded = AuditAct(rawValue: "embed.hostAdded")
    static let embedHostRemoved = AuditAct(rawValue: "embed.hostRemoved")
}
