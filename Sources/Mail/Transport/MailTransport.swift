/// A way out for mail. One conversation at a time.
package protocol MailTransport: Sendable {
    /// Hands a mail over. Returns only once the other side has said that it is responsible now; until then it must be thought lost.
    func send(_ message: MailMessage) async throws(MailError)

    /// Nothing more comes for now: connections are let go.
    func rest() async
}
