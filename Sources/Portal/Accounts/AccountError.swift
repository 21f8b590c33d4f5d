/// Why something with an account was not done. Closed: pages have a sentence for each.
package enum AccountError: Error, Hashable, Sendable {
    /// The address, the password or the code is wrong. Which of them, nobody is told.
    case wrong
    /// Too many tries: the seconds to wait.
    case wait(seconds: Int)
    /// So many sign in at this moment that passwords cannot be checked in time.
    case busy
    /// A link that was used, has expired, or never was.
    case linkGone
    case password(PasswordRules.Problem)
    case noAddress
    case noName
    /// There is no such account, or not there.
    case unknown
    /// They are there already.
    case alreadyThere
    case suspended
    /// Only what was suspended is erased by somebody else.
    case notSuspended
    /// Nobody changes their own role, or suspends themselves.
    case own
    /// Without them nobody could run the portal.
    case lastOperator
    case notAllowed
}
