/// An amount in Canadian cents; never negative. Zero is free.
package struct Money: Hashable, Comparable, Sendable, Codable {
    package let cents: Int

    package init(cents: Int) { self.cents = max(0, cents) }
    package init(dollars: Int) { self.init(cents: dollars * 100) }

    package init(from decoder: any Decoder) throws {
        self.init(cents: try decoder.singleValueContainer().decode(Int.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(cents)
    }

    package static let free = Money(cents: 0)

    package static func < (a: Self, b: Self) -> Bool { a.cents < b.cents }
}
