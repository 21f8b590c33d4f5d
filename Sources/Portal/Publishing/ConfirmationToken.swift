package import Domain
import Foundation

/// What the link of a reminder says: who may confirm which institution's programs, and until when. Signed, because nothing of it is kept: the
/// link of one mail works as often as somebody needs to come back to it.
package struct ConfirmationToken: Hashable, Sendable {
    package let account: Account.ID
    package let institution: Institution.ID
    package let expiresAt: Timestamp

    package init(account: Account.ID, institution: Institution.ID, expiresAt: Timestamp) {
        self.account = account
        self.institution = institution
        self.expiresAt = expiresAt
    }

    /// Letters that stand in an address as they are.
    package func text(_ secrets: PortalSecrets) -> String {
        let content = [account.rawValue, institution.rawValue, String(expiresAt.milliseconds)].map(Self.encoded).joined(separator: ".")
        return content + "." + Self.signature(content, secrets)
    }

    /// - Returns: `nil` for what this portal never signed, whatever else is wrong with it.
    package init?(_ text: String, _ secrets: PortalSecrets) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, text.utf8.count < 1_000 else { return nil }
        let content = parts.prefix(3).joined(separator: ".")
        guard SecretBytes.areEqual(Array(Self.signature(content, secrets).utf8), Array(parts[3].utf8)) else { return nil }
        guard let account = Self.decoded(parts[0]), let institution = Self.decoded(parts[1]),
            let end = Self.decoded(parts[2]).flatMap({ Int64($0) })
        else { return nil }
        self.init(
            account: Account.ID(account), institution: Institution.ID(institution), expiresAt: Timestamp(milliseconds: end))
    }

    private static func signature(_ content: String, _ secrets: PortalSecrets) -> String {
        secrets.hash("program confirmation\n" + content, for: .links)
    }

    private static func encoded(_ text: String) -> String {
        Data(text.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func decoded(_ text: String) -> String? {
        var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        while base64.utf8.count % 4 != 0 { base64 += "=" }
        return Data(base64Encoded: base64).map { String(decoding: $0, as: UTF8.self) }
    }
}
