package import Domain

/// A mail that came in, as far as the portal needs it: who answers what, to which of its addresses, in which words. Strict in what it takes:
/// a message that is no message, or too deep, is refused whole.
package struct ReceivedMail: Sendable {
    package enum Problem: Error, Hashable, Sendable {
        case notAMessage
        case tooLarge
        /// Written by a machine (RFC 3834): never answered and never kept, so that two machines cannot talk for ever.
        case automatic
    }

    /// `<id@host>`; made of the message itself where it has none.
    package let messageID: String
    package let from: EmailAddress?
    /// Every address of the portal's that it may have come for.
    package let recipients: [EmailAddress]
    /// What was written, without what it quotes. Empty when there is no text in it.
    package let text: String

    /// 10 MB: what mail servers let through at most is about that, and pictures of a signature are dropped.
    package static let largest = 10 << 20
    /// Characters that are kept.
    private static let longestText = 20_000

    /// - Parameter envelope: the recipient as the mail server names it, where it does.
    package init(_ bytes: [UInt8], envelope: EmailAddress? = nil) throws(Problem) {
        guard bytes.count <= Self.largest else { throw .tooLarge }
        let entity = MailEntity(bytes[...])
        guard entity.headers["from"] != nil, !entity.headers.isEmpty else { throw .notAMessage }
        guard !Self.isAutomatic(entity) else { throw .automatic }
        let names = ["delivered-to", "x-original-to", "envelope-to", "to", "cc"]
        recipients = [envelope].compactMap(\.self) + names.flatMap { entity.headers.all($0).flatMap(Self.addresses) }
        from = entity.headers["from"].map(Self.addresses)?.first
        messageID = Self.messageID(entity.headers["message-id"]) ?? Self.invented(bytes)
        text = String(QuotedText.cut(entity.text() ?? "").prefix(Self.longestText))
    }

    private static func isAutomatic(_ entity: MailEntity) -> Bool {
        let headers = entity.headers
        if let submitted = headers["auto-submitted"]?.lowercased(), submitted.prefix(while: \.isLetter) != "no" { return true }
        if headers["return-path"] == "<>" || entity.type == "multipart/report" { return true }
        if let precedence = headers["precedence"]?.lowercased(), ["bulk", "junk", "list", "auto_reply"].contains(precedence) {
            return true
        }
        return headers["x-autoreply"] != nil || headers["x-autorespond"] != nil || headers["list-id"] != nil
    }

    /// Every address in a header, between angle brackets or bare.
    private static func addresses(_ header: String) -> [EmailAddress] {
        header.split { ",;<>()\" \t".contains($0) }.prefix(200).compactMap { $0.contains("@") ? EmailAddress(String($0)) : nil }
    }

    private static func messageID(_ header: String?) -> String? {
        guard let header, let open = header.firstIndex(of: "<"), let close = header[open...].firstIndex(of: ">") else { return nil }
        let id = String(header[open...close])
        let inner = id.dropFirst().dropLast()
        let isSound = inner.contains("@") && inner.utf8.count <= 250 && inner.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3C }
        return isSound ? id : nil
    }

    /// The same message always gets the same: FNV-1a, 64 bits, which need only tell one message from the next.
    private static func invented(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return "<\(String(hash, radix: 16)).\(bytes.count)@without.id>"
    }
}
