/// Who wrote to a program: somebody who signed in, a key of the institution's, or the portal itself.
package enum ProgramActor: Hashable, Sendable {
    case account(Account.ID)
    /// An institution's key for the interface, by the name the institution gave it.
    case key(String)
    /// No person: a command, an import from the command line, the start of the history.
    case system

    package init(text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        switch (parts.first, parts.count) {
        case ("account", 2): self = .account(Account.ID(String(parts[1])))
        case ("key", 2): self = .key(String(parts[1]))
        default: self = .system
        }
    }

    /// As it is stored.
    package var text: String {
        switch self {
        case .account(let id): "account:" + id.rawValue
        case .key(let name): "key:" + name
        case .system: "system"
        }
    }
}
