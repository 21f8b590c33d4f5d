/// Reads numbers as publishers write them.
package enum WrittenNumber {
    /// `8238800`, `8,238,800`, `8 238 800` (also with no-break spaces), `-179200`. `nil` for anything else, decimals included.
    package static func integer(_ text: String) -> Int? {
        var digits = text.replacing("\u{202F}", with: " ").replacing("\u{00A0}", with: " ")
        for separator in [",", " "] as [Character] where digits.contains(separator) {
            let groups = digits.split(separator: separator, omittingEmptySubsequences: false)
            let first = groups[0].drop { $0 == "-" }
            guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(\.isWholeNumber) }) else {
                return nil
            }
            digits = groups.joined()
        }
        guard !digits.hasPrefix("+") else { return nil }
        return Int(digits)
    }
}
