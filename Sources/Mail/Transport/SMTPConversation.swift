import CCurl

/// What is said while one mail is sent: libcurl takes the bytes from here, and brings the server's answers.
final class SMTPConversation {
    private let bytes: [UInt8]
    private var taken = 0
    /// The last one that was a refusal; the server's goodbye after it says nothing.
    private var refusal: [UInt8] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether the server has let us begin with the mail itself.
    var hasBegun: Bool { taken > 0 }

    static let read: tremplin_curl_transfer = { buffer, size, count, context in
        guard let buffer, let context else { return 0 }
        let conversation = Unmanaged<SMTPConversation>.fromOpaque(context).takeUnretainedValue()
        return conversation.fill(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
    }

    static let hear: tremplin_curl_transfer = { buffer, size, count, context in
        guard let buffer, let context else { return 0 }
        let conversation = Unmanaged<SMTPConversation>.fromOpaque(context).takeUnretainedValue()
        let line = UnsafeRawBufferPointer(start: buffer, count: size * count)
        if line.first == UInt8(ascii: "4") || line.first == UInt8(ascii: "5") { conversation.refusal = Array(line) }
        return size * count
    }

    private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let part = bytes[taken...].prefix(buffer.count)
        buffer.copyBytes(from: part)
        taken += part.count
        return part.count
    }

    /// - Parameter reply: the number of the server's last answer; 0 when it said nothing.
    func error(_ code: CURLcode, reply: Int) -> MailError {
        let reason = reply >= 400 ? answer : String(cString: curl_easy_strerror(code))
        switch code {
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_USE_SSL_FAILED, CURLE_NOT_BUILT_IN,
            CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT:
            return .configuration(String(cString: curl_easy_strerror(code)))
        case CURLE_LOGIN_DENIED:
            return (400..<500).contains(reply) ? .unreachable(reason) : .configuration("user and password are not accepted: " + reason)
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR, CURLE_REMOTE_ACCESS_DENIED:
            return .unreachable(reason)
        default: break
        }
        // Wants a password, or a better one, or encryption.
        if [530, 534, 535, 538].contains(reply) { return .configuration(reason) }
        // Before anything was said about this mail: no answer at all, or a greeting that is a refusal.
        if !hasBegun, reply == 0 || code == CURLE_WEIRD_SERVER_REPLY { return .unreachable(reason) }
        return (500..<600).contains(reply) ? .permanent(reason) : .temporary(reason)
    }

    /// The server's words, without what is no character.
    private var answer: String {
        let text = String(decoding: refusal, as: UTF8.self).unicodeScalars.filter { $0.properties.generalCategory != .control }
        return String(String.UnicodeScalarView(text).prefix(200))
    }
}
