import Foundation
import Portal
import Testing

/// The portal's own key.
@Suite struct PortalSecretsTests {
    private let bytes = (0..<32).map { UInt8($0 * 7 & 0xFF) }

    @Test func `a key is read in base64 and in hexadecimal`() throws {
        let secrets = try #require(PortalSecrets(bytes))
        let base64 = Data(bytes).base64EncodedString()
        let hexadecimal = bytes.map { String(format: "%02x", $0) }.joined()
        for text in [
            base64, base64 + "\n", base64.replacing("=", with: ""), base64.replacing("+", with: "-").replacing("/", with: "_"), hexadecimal,
            hexadecimal.uppercased(),
        ] {
            #expect(PortalSecrets(text: text)?.hash("x", for: .links) == secrets.hash("x", for: .links), "\(text)")
        }
        #expect(PortalSecrets(text: secrets.text)?.hash("x", for: .links) == secrets.hash("x", for: .links))
    }

    @Test(arguments: ["", "short", "zz", String(repeating: "a", count: 43), String(repeating: "0", count: 62)])
    func `what is no key is refused`(text: String) {
        // 43 letters are 32 bytes and two bits too many unless those are zero.
        if text.count != 43 { #expect(PortalSecrets(text: text) == nil) }
        #expect(PortalSecrets([1, 2, 3]) == nil)
    }

    @Test func `each purpose has a key of its own`() throws {
        let secrets = try #require(PortalSecrets(bytes))
        #expect(Set(PortalSecrets.Purpose.allCases.map { secrets.key($0) }).count == PortalSecrets.Purpose.allCases.count)
    }

    @Test func `a token is read as it was written, and in no other way`() {
        for _ in 0..<200 {
            let token = SecretToken.random()
            #expect(SecretToken(token.text) == token)
            #expect(SecretToken(token.text + "=") == nil)
            #expect(SecretToken(String(token.text.dropLast())) == nil)
        }
        // The last letter has two bits to spare.
        #expect(SecretToken(String(repeating: "A", count: 43)) != nil)
        #expect(SecretToken(String(repeating: "A", count: 42) + "B") == nil)
        #expect(SecretToken(String(repeating: "A", count: 42) + "+") == nil)
    }
}
