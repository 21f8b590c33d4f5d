import Foundation
package import HTTPTypes
package import Hummingbird

/// The number a request goes by: in the log, in the answer's head, and on the page of an error, where a person can read it out.
package enum RequestID {
    package static let field = HTTPField.Name("X-Request-ID")!

    /// The proxy's own number, when there is a proxy to be trusted and the number is well-formed; otherwise a new one.
    package static func of(_ request: Request, trustsProxy: Bool) -> String {
        if trustsProxy, let given = request.headers[field], isWellFormed(given) { return given }
        return make()
    }

    /// 8 to 64 letters, digits and `-_.:`. Anything else could forge a line of the log.
    package static func isWellFormed(_ text: String) -> Bool {
        (8...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"):
                    true
                default: false
                }
            }
    }

    /// 128 random bits, so that no two nodes ever make the same.
    package static func make() -> String {
        // One call of the system for all of it, where the generator needs one for each half.
        var halves: [UInt64] = [0, 0]
        if halves.withUnsafeMutableBytes({ getentropy($0.baseAddress, $0.count) }) != 0 {
            halves = [.random(in: .min ... .max), .random(in: .min ... .max)]
        }
        return String(unsafeUninitializedCapacity: 32) { buffer in
            for (half, bits) in halves.enumerated() {
                for place in 0..<16 {
                    let digit = UInt8(truncatingIfNeeded: bits >> UInt64(60 - 4 * place)) & 15
                    buffer[half * 16 + place] = digit < 10 ? 48 + digit : 87 + digit
                }
            }
            return 32
        }
    }
}
