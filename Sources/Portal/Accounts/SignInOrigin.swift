/// Where a sign-in comes from. The address is used to count and never kept; of the browser only its name and its system's are.
package struct SignInOrigin: Sendable {
    /// What is counted as one network: the first 24 bits of an IPv4 address, the first 56 of an IPv6 one.
    package let network: String
    /// `Firefox, Windows`
    package let device: String

    package init(address: String, userAgent: String) {
        network = Self.network(of: address)
        device = Self.device(userAgent)
    }

    static func network(of address: String) -> String {
        let plain = address.split(separator: "%").first.map(String.init) ?? ""
        // An IPv4 address in IPv6 clothes.
        if plain.contains("."), let last = plain.split(separator: ":").last { return ipv4(last) ?? "unknown" }
        return ipv6(plain) ?? "unknown"
    }

    private static func ipv4(_ text: Substring) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard parts.count == 4, !parts.contains(nil) else { return nil }
        return parts.prefix(3).compactMap(\.self).map(String.init).joined(separator: ".")
    }

    private static func ipv6(_ text: String) -> String? {
        let halves = text.components(around: "::")
        guard halves.count <= 2, !text.isEmpty, halves.allSatisfy({ !$0.hasPrefix(":") && !$0.hasSuffix(":") }) else { return nil }
        let groups = halves.map { $0.split(separator: ":").map { UInt16($0, radix: 16) } }
        guard groups.allSatisfy({ !$0.contains(nil) }) else { return nil }
        let missing = 8 - groups.reduce(0) { $0 + $1.count }
        guard halves.count == 1 ? missing == 0 : missing >= 1 else { return nil }
        let gap = Array(repeating: UInt16(0) as UInt16?, count: halves.count == 1 ? 0 : missing)
        let whole = (groups[0] + gap + (groups.count == 2 ? groups[1] : [])).compactMap(\.self)
        // 56 bits: three groups, and the first half of the fourth.
        return (whole.prefix(3) + [whole[3] & 0xFF00]).map { String($0, radix: 16) }.joined(separator: ":")
    }

    /// The first of each that fits: browsers name those they descend from as well.
    private static func device(_ userAgent: String) -> String {
        let browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")]
        let systems = [
            ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
            ("Mac OS X", "macOS"), ("Linux", "Linux"),
        ]
        let found = [browsers, systems].compactMap { names in names.first { userAgent.contains($0.0) }?.1 }
        return found.joined(separator: ", ")
    }
}

extension String {
    fileprivate func components(around separator: String) -> [String] {
        var (parts, rest) = ([String](), self[...])
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
