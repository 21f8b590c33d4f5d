import CCurl

/// One libcurl handle, and the connection it keeps. Its deinit says goodbye to the server.
final class SMTPSession {
    private let handle: OpaqueHandle
    private let server: SMTPServer

    /// What went wrong with one mail.
    struct Failure: Error {
        let error: MailError
        /// The server ended the connection before it was told anything of the mail itself.
        var isWorthAnotherConnection = false
    }

    /// Once a process, before the first handle.
    private static let isReady = tremplin_curl_start() == CURLE_OK

    typealias OpaqueHandle = UnsafeMutableRawPointer

    init(_ server: SMTPServer, hello: String) throws(Failure) {
        guard Self.isReady, let handle = curl_easy_init() else {
            throw Failure(error: .unreachable("libcurl does not start"))
        }
        self.handle = handle
        self.server = server
        set(CURLOPT_URL, "\(server.security == .implicit ? "smtps" : "smtp")://\(server.host):\(server.port)/\(hello)")
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_UPLOAD, 1)
        set(CURLOPT_CONNECTTIMEOUT, min(10, server.timeout))
        set(CURLOPT_TIMEOUT, server.timeout)
        if server.security != .none {
            set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
            set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        }
        if let authorities = server.authorities { set(CURLOPT_CAINFO, authorities) }
        if let user = server.user {
            set(CURLOPT_USERNAME, user)
            set(CURLOPT_PASSWORD, server.password ?? "")
        }
    }

    deinit {
        tremplin_curl_stop_listening(handle, 0)
        curl_easy_cleanup(handle)
    }

    /// Returns after the server's 250 to the whole mail.
    func send(_ message: MailMessage) throws(Failure) {
        let conversation = SMTPConversation(message.bytes)
        let context = Unmanaged.passRetained(conversation)
        let recipients = curl_slist_append(nil, "<\(message.recipient)>")
        defer {
            curl_slist_free_all(recipients)
            context.release()
        }
        set(CURLOPT_MAIL_FROM, "<\(message.sender)>")
        _ = tremplin_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
        _ = tremplin_curl_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(message.bytes.count))
        _ = tremplin_curl_set_transfer(handle, CURLOPT_READFUNCTION, SMTPConversation.read)
        _ = tremplin_curl_set_pointer(handle, CURLOPT_READDATA, context.toOpaque())
        _ = tremplin_curl_set_transfer(handle, CURLOPT_HEADERFUNCTION, SMTPConversation.hear)
        _ = tremplin_curl_set_pointer(handle, CURLOPT_HEADERDATA, context.toOpaque())
        let code = curl_easy_perform(handle)
        guard code != CURLE_OK else { return }
        var reply = 0
        _ = tremplin_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &reply)
        tremplin_curl_stop_listening(handle, 1)
        throw Failure(
            error: conversation.error(code, reply: reply), isWorthAnotherConnection: !conversation.hasBegun && (reply == 0 || reply == 421))
    }

    private func set(_ option: CURLoption, _ value: Int) { _ = tremplin_curl_set_long(handle, option, value) }
    private func set(_ option: CURLoption, _ value: String) { _ = tremplin_curl_set_text(handle, option, value) }
}
