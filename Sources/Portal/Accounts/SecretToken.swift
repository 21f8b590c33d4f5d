import Foundation

/// 256 random bits that open something: a session, a link in a mail. Only their hash is kept.
package struct SecretToken: Hashable, Sendable {
    private let bytes: [UInt8]

    private init(bytes: [UInt8]) { self.bytes = bytes }

    package static func random() -> SecretToken { SecretToken(bytes: SecretBytes.random(32)) }

    /// The same for the same subject whenever it is made: a link that later mails can repeat though only its hash is kept.
    static func derived(of subject: String, _ secrets: PortalSecrets) -> SecretToken {
        SecretToken(bytes: SecretBytes.hash(Array(subject.utf8), key: secrets.key(.inquiries)))
    }

    /// `nil` for what was never written by `text`.
    package init?(_ text: String) {
        guard text.utf8.count == 43, text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "/") }) else { return nil }
        guard let data = Data(base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/") + "="), data.count == 32 else {
            return nil
        }
        self.init(bytes: Array(data))
        // The last letter has two bits to spare: one token is written in one way.
        guard self.text == text else { return nil }
    }

    /// 43 letters that stand in an address or a cookie as they are.
    package var text: String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// What it is found by. A token of 256 random bits needs no slow hash: it cannot be guessed.
    var hash: String { SecretBytes.hexadecimal(SecretBytes.hash(bytes)) }
}

extension SecretToken: CustomStringConvertible, CustomDebugStringConvertible {
    /// So that none is ever logged by mistake.
    package var description: String { "<token>" }
    package var debugDescription: String { "<token>" }
}
