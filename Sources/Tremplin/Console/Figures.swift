import Domain
import Foundation

/// Numbers as the command writes them.
enum Figures {
    /// Four decimals: what a confidence measured on some thousand titles can carry.
    static func score(_ value: Double) -> String { String(format: "%.4f", value) }

    /// The same for JSON.
    static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

    static func milliseconds(_ duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        return Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
