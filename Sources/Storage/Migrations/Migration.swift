/// One step of the schema. Never edited once released: a later one corrects it.
package struct Migration: Sendable {
    /// From 1, without gaps.
    package let number: Int
    package let name: String
    package let statements: [SQL]

    package init(number: Int, name: String, statements: [SQL]) {
        self.number = number
        self.name = name
        self.statements = statements
    }
}

extension Migration {
    /// Every step, in order.
    package static let all: [Migration] = [
        .catalogue, .changes, .labourMarketReleases, .activity, .quiz, .unmetNeed, .guesses, .outbox, .accounts, .audit,
        .publishing, .exchange, .tagging, .operating, .inquiries, .unmetNeeds, .directory, .referrals,
    ]
}
