import CSodium
import Domain
import Foundation

/// Locks answers with their own code: what the database keeps can be found and read only by somebody who has the code.
///
/// libsodium's BLAKE2b makes two keys of a code, one to find the answers by and one to seal them with (XSalsa20-Poly1305).
enum QuizSeal {
    /// Answers that do not open: another code's, or damaged.
    struct Broken: Error {}

    private static let isReady = sodium_init() >= 0

    /// 64 hexadecimal digits to find the answers by. The code cannot be told from them.
    static func hash(_ code: QuizCode) -> String { SecretText.hexadecimal(key(code, for: "tremplin quiz: find")) }

    static func seal(_ answers: QuizAnswers, with code: QuizCode) throws -> String {
        let plain = Array(try JSONEncoder().encode(answers))
        var nonce = [UInt8](repeating: 0, count: Int(crypto_secretbox_NONCEBYTES))
        randombytes_buf(&nonce, nonce.count)
        var sealed = [UInt8](repeating: 0, count: plain.count + Int(crypto_secretbox_MACBYTES))
        let result = crypto_secretbox_easy(&sealed, plain, UInt64(plain.count), nonce, key(code, for: "tremplin quiz: seal"))
        guard result == 0 else { throw Broken() }
        return Data(nonce + sealed).base64EncodedString()
    }

    static func open(_ text: String, with code: QuizCode) throws -> QuizAnswers {
        let overhead = Int(crypto_secretbox_MACBYTES)
        let nonceLength = Int(crypto_secretbox_NONCEBYTES)
        guard let data = Data(base64Encoded: text), data.count > nonceLength + overhead else { throw Broken() }
        let sealed = Array(data.dropFirst(nonceLength))
        var plain = [UInt8](repeating: 0, count: sealed.count - overhead)
        let result = crypto_secretbox_open_easy(
            &plain, sealed, UInt64(sealed.count), Array(data.prefix(nonceLength)), key(code, for: "tremplin quiz: seal"))
        guard result == 0 else { throw Broken() }
        return try JSONDecoder().decode(QuizAnswers.self, from: Data(plain))
    }

    /// 32 bytes that differ by purpose.
    private static func key(_ code: QuizCode, for purpose: String) -> [UInt8] {
        precondition(isReady, "libsodium does not start")
        var key = [UInt8](repeating: 0, count: 32)
        let (message, context) = (Array(code.letters.utf8), Array(purpose.utf8))
        let result = crypto_generichash(&key, key.count, message, UInt64(message.count), context, context.count)
        precondition(result == 0, "BLAKE2b refused a key of \(context.count) bytes")
        return key
    }
}
