/// Somebody who signs in: staff of an institution, an operator of the portal, a career counsellor.
package struct Account: Hashable, Sendable {
    package typealias ID = Identifier<Account>

    package enum State: String, Sendable, CaseIterable {
        /// Asked to come, and has chosen no password yet.
        case invited
        case active
        /// Can sign in no more; what they did stays in the log under their name.
        case suspended
    }

    package let id: ID
    package var email: EmailAddress
    /// As they want to be called.
    package var name: String
    /// Of the portal's pages after signing in, and of what is mailed to them.
    package var language: Language
    package var state: State

    package init(id: ID, email: EmailAddress, name: String, language: Language, state: State) {
        self.id = id
        self.email = email
        self.name = name
        self.language = language
        self.state = state
    }
}
