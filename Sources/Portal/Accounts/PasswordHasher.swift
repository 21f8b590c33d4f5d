import CSodium
import Foundation
import Synchronization

/// Makes and checks argon2id hashes, apart from the threads that answer requests.
///
/// Two at a time, each with 64 MB: a flood of sign-ins waits in line and cannot eat the memory. Past a length of the line it is refused.
package final class PasswordHasher: Sendable {
    /// So many wait for their turn that another would wait for longer than anybody does.
    package struct Busy: Error {}

    /// How hard a hash is to make. Kept in each hash, so that a later change leaves older ones valid.
    package struct Cost: Sendable {
        package let passes: UInt64
        package let memory: Int

        /// libsodium's "interactive": 2 passes over 64 MB, 90 to 130 ms on the machine this was measured on (docs/decisions/0051).
        package static let standard = Cost(
            passes: UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE), memory: Int(crypto_pwhash_MEMLIMIT_INTERACTIVE))
        /// For tests that are about something else.
        package static let least = Cost(passes: UInt64(crypto_pwhash_OPSLIMIT_MIN), memory: Int(crypto_pwhash_MEMLIMIT_MIN))

        package init(passes: UInt64, memory: Int) {
            self.passes = passes
            self.memory = memory
        }
    }

    private let cost: Cost
    private let queue: OperationQueue
    private let waiting = Mutex(0)
    /// What is compared with when there is no account, so that the answer takes as long.
    private let nobody: String

    /// Some 12 s of work for two threads.
    private static let longestLine = 200

    package init(cost: Cost = .standard) {
        self.cost = cost
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = 2
        queue.qualityOfService = .userInitiated
        // As libsodium writes one, of random bytes: no password fits it, and finding that out takes as long as with any other.
        let (salt, digest) = (Self.base64(SecretBytes.random(16)), Self.base64(SecretBytes.random(32)))
        nobody = "$argon2id$v=19$m=\(cost.memory / 1024),t=\(cost.passes),p=1$\(salt)$\(digest)"
    }

    package func hash(_ password: String) async throws(Busy) -> String {
        let cost = cost
        return try await run { Self.hash(password, cost) }
    }

    /// - Parameter hash: `nil` when there is none to compare with; the answer is then false, and takes as long.
    package func matches(_ password: String, _ hash: String?) async throws(Busy) -> Bool {
        let stored = hash ?? nobody
        let isSame = try await run {
            let bytes = Self.bytes(password)
            return crypto_pwhash_str_verify(stored, bytes, UInt64(bytes.count)) == 0
        }
        return isSame && hash != nil
    }

    /// Whether comparing with a stored hash is as much work as making one now. By libsodium's own reading of it: one that it cannot read, or
    /// that was made with another cost, is not.
    /// - Parameter hash: `nil` for what is compared with when there is none.
    package func isAsHard(_ hash: String?) -> Bool { crypto_pwhash_str_needs_rehash(hash ?? nobody, cost.passes, cost.memory) == 0 }

    private func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async throws(Busy) -> Value {
        let isShort = waiting.withLock { count in
            guard count < Self.longestLine else { return false }
            count += 1
            return true
        }
        guard isShort else { throw Busy() }
        defer { waiting.withLock { $0 -= 1 } }
        return await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: body()) }
        }
    }

    private static func hash(_ password: String, _ cost: Cost) -> String {
        let bytes = bytes(password)
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let result = crypto_pwhash_str_alg(
            &text, bytes, UInt64(bytes.count), cost.passes, cost.memory, crypto_pwhash_ALG_ARGON2ID13)
        precondition(result == 0, "there is no memory for a password's hash")
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString().replacing("=", with: "") }

    /// One spelling for one password, whichever keyboard composed its accents (as NIST SP 800-63B asks).
    private static func bytes(_ password: String) -> [CChar] {
        password.precomposedStringWithCompatibilityMapping.utf8.map { CChar(bitPattern: $0) }
    }
}
