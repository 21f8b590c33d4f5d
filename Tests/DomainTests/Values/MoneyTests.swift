import Domain
import Foundation
import Testing

@Suite struct MoneyTests {
    @Test func `a dollar is a hundred cents`() { #expect(Money(dollars: 450) == Money(cents: 45_000)) }

    @Test func `a price is never below zero`() { #expect(Money(cents: -1) == .free) }

    @Test func `zero is free`() { #expect(Money(dollars: 0) == .free) }

    @Test func `the smaller amount comes first`() { #expect(Money(cents: 99) < Money(dollars: 1)) }

    @Test func `an amount is stored in cents`() throws {
        #expect(String(decoding: try JSONEncoder().encode([Money(dollars: 3)]), as: UTF8.self) == "[300]")
        #expect(try JSONDecoder().decode([Money].self, from: Data("[300]".utf8)) == [Money(dollars: 3)])
    }
}
