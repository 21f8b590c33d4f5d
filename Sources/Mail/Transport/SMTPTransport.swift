/// Hands mail to a server by SMTP. The connection stays open from one mail to the next until `rest`.
package actor SMTPTransport: MailTransport {
    private let server: SMTPServer
    private let hello: String
    private let executor = QueueExecutor(label: "tremplin.smtp")
    /// The open connection.
    private var session: SMTPSession?

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter hello: the name to introduce oneself by: that of the domain mail is from.
    package init(_ server: SMTPServer, hello: String) {
        self.server = server
        self.hello = hello
    }

    package func send(_ message: MailMessage) async throws(MailError) {
        let open = session
        do throws(SMTPSession.Failure) {
            let current: SMTPSession
            if let open { current = open } else { current = try SMTPSession(server, hello: hello) }
            session = current
            try current.send(message)
        } catch {
            // Servers end a connection that has lasted or carried enough, often without a word. As long as nothing of the mail was sent, it
            // can be offered again on a new one without any danger of its arriving twice.
            session = nil
            guard open != nil, error.isWorthAnotherConnection else { throw error.error }
            try await send(message)
        }
    }

    package func rest() async { session = nil }
}
