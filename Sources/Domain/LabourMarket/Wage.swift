/// What people in an occupation are paid in one place, before deductions. What the publisher suppresses is `nil`, never zero.
package struct Wage: Hashable, Sendable {
    package enum Unit: String, Codable, Sendable, CaseIterable {
        case hour, year
    }

    package let unit: Unit
    /// About one in ten earns less.
    package let low: Money?
    /// Half earn less, half earn more.
    package let median: Money?
    /// About one in ten earns more.
    package let high: Money?
    /// The years the wages are of, as published: `2023-2024`.
    package let period: String

    package init(unit: Unit, low: Money?, median: Money?, high: Money?, period: String) {
        self.unit = unit
        self.low = low
        self.median = median
        self.high = high
        self.period = period
    }
}
