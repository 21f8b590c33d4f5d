import Foundation

/// A numeric address of a network: where a name leads. Looked at before anything is sent there.
package struct NetworkAddress: Hashable, Sendable {
    /// 4 bytes, or 16.
    let bytes: [UInt8]

    /// - Parameter text: `203.0.113.7` or `2001:db8::1`.
    package init?(_ text: String) {
        var four = in_addr()
        var sixteen = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
            bytes = withUnsafeBytes(of: &sixteen) { Array($0) }
        } else {
            return nil
        }
    }

    /// Whether it is a place of the public internet. Everything else is a machine's own, a house's own, or nobody's: what stands there is none of a
    /// stranger's business, and a link in a catalogue must not make the portal ask for it.
    package var isPublic: Bool { bytes.count == 4 ? Self.isPublic(bytes) : isPublicSixteen }

    /// The special ranges of IPv4 (IANA's registry).
    private static func isPublic(_ b: [UInt8]) -> Bool {
        switch (b[0], b[1]) {
        case (0, _), (10, _), (127, _), (169, 254), (192, 168), (198, 18...19), (224...255, _): false
        case (100, 64...127), (172, 16...31): false
        case (192, 0): b[2] != 0 && b[2] != 2
        case (198, 51): b[2] != 100
        case (203, 0): b[2] != 113
        case (192, 88): b[2] != 99
        default: true
        }
    }

    /// Of IPv6 only global unicast is public; addresses that carry one of IPv4 are as that one is.
    private var isPublicSixteen: Bool {
        if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF { return Self.isPublic(Array(bytes.suffix(4))) }
        if bytes.prefix(12) == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0] { return Self.isPublic(Array(bytes.suffix(4))) }
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return Self.isPublic(Array(bytes[2..<6])) }
        // Teredo, documentation and other special blocks.
        if bytes[0] == 0x20, bytes[1] == 0x01, bytes[2] < 0x02 || (bytes[2] == 0x0D && bytes[3] == 0xB8) { return false }
        return true
    }

    /// As libcurl wants it beside a name.
    var text: String {
        var buffer = [CChar](repeating: 0, count: 64)
        bytes.withUnsafeBytes { _ = inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, $0.baseAddress, &buffer, socklen_t(buffer.count)) }
        let name = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return bytes.count == 4 ? name : "[\(name)]"
    }

    /// Where a name leads, by the system's resolver; none when nobody knows the name.
    static func resolve(_ host: String) -> [NetworkAddress] {
        let plain = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(plain, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [NetworkAddress] = []
        var next = list
        while let entry = next {
            var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            if getnameinfo(entry.pointee.ai_addr, entry.pointee.ai_addrlen, &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST) == 0 {
                let text = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                // A zone behind a percent sign is of an address that is not public anyway.
                if let address = NetworkAddress(String(text.prefix { $0 != "%" })), !found.contains(address) { found.append(address) }
            }
            next = entry.pointee.ai_next
        }
        return found
    }
}
