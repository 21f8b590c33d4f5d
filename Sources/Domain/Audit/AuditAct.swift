/// What was done, as a word for the log: `role.changed`. Every part of the portal adds its own where it writes them; a page shows the text
/// `audit.act.<word>`.
package struct AuditAct: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
}

extension AuditAct {
    package static let accountInvited = AuditAct(rawValue: "account.invited")
    package static let accountAccepted = AuditAct(rawValue: "account.accepted")
    package static let accountSuspended = AuditAct(rawValue: "account.suspended")
    package static let accountRestored = AuditAct(rawValue: "account.restored")
    package static let accountErased = AuditAct(rawValue: "account.erased")
    package static let accountRenamed = AuditAct(rawValue: "account.renamed")
    package static let emailChanged = AuditAct(rawValue: "account.emailChanged")
    package static let passwordChanged = AuditAct(rawValue: "account.passwordChanged")
    package static let passwordReset = AuditAct(rawValue: "account.passwordReset")
    package static let secondFactorEnrolled = AuditAct(rawValue: "account.secondFactorEnrolled")
    package static let secondFactorReset = AuditAct(rawValue: "account.secondFactorReset")
    package static let recoveryCodesMade = AuditAct(rawValue: "account.recoveryCodesMade")
    package static let recoveryCodeUsed = AuditAct(rawValue: "account.recoveryCodeUsed")
    package static let roleChanged = AuditAct(rawValue: "role.changed")
}

/// Who did it.
package enum AuditActor: Hashable, Sendable {
    case account(String)
    /// Whoever may run commands on the machine.
    case commandLine
    /// The portal itself.
    case portal

    package init(text: String) {
        switch text {
        case "command-line": self = .commandLine
        case "portal": self = .portal
        default: self = .account(text.hasPrefix("account:") ? String(text.dropFirst(8)) : text)
        }
    }

    package var text: String {
        switch self {
        case .account(let id): "account:" + id
        case .commandLine: "command-line"
        case .portal: "portal"
        }
    }
}
