import Domain
package import Matching

/// The part of an address after `?`, percent-encoded, in a fixed order: one search has one address.
package struct QueryString: Sendable {
    /// With its question mark; empty when there is nothing to say.
    package let text: String

    /// Pairs without a value are left out.
    package init(_ pairs: [(name: String, value: String?)]) {
        let parts = pairs.compactMap { pair -> String? in
            guard let value = pair.value, !value.isEmpty else { return nil }
            return Self.encoded(pair.name) + "=" + Self.encoded(value)
        }
        text = parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    package init(_ query: ProgramQuery) {
        self.init(Self.pairs(query))
    }

    /// The fields of a search as name and value, as a form would send them.
    package static func pairs(_ query: ProgramQuery, page: Bool = true) -> [(name: String, value: String?)] {
        var pairs: [(name: String, value: String?)] = [("q", query.text)]
        for facet in FacetName.allCases {
            for value in (query.filters[facet] ?? []).sorted() { pairs.append((facet.rawValue, value)) }
        }
        pairs.append(("max-price", query.maximumPrice.map { String($0.cents / 100) }))
        pairs.append(("near", query.near?.area))
        pairs.append(("within", query.near.map { String($0.kilometres) }))
        pairs.append(("sort", query.sort == .relevance ? nil : query.sort.rawValue))
        if page, query.offset > 0, query.limit > 0 { pairs.append(("page", String(query.offset / query.limit + 1))) }
        return pairs
    }

    /// Unreserved characters of RFC 3986 stay, all else becomes `%XX`.
    package static func encoded(_ text: String) -> String {
        if text.utf8.allSatisfy(isUnreserved) { return text }
        var result: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) {
                result.append(byte)
            } else {
                result.append(UInt8(ascii: "%"))
                result.append(hex[Int(byte >> 4)])
                result.append(hex[Int(byte & 15)])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static let hex = Array("0123456789ABCDEF".utf8)
}
