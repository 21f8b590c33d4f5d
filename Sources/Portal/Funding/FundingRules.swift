package import Domain
import Foundation

/// Who can get help with the price, as data: read here, and by the same names in the browser (`funding.js`). Each support says who
/// published its rules and as of which day they were read. What is not publicly known for sure is left out, or is something to ask.
package struct FundingRules: Sendable, Codable {
    package let questions: [Question]
    package let supports: [Support]

    /// Something asked of a person, with what they may answer. Not answering is always possible.
    package struct Question: Sendable, Codable {
        package let key: String
        package let answers: [String]
    }

    package struct Support: Sendable, Codable {
        package let key: String
        package let asOf: CalendarDate
        package let sources: [Source]
        package let conditions: [Condition]
        /// What a person must still see to themselves: no answer here depends on it.
        package let checks: [String]
    }

    package struct Source: Sendable, Codable {
        package let publisher: LocalizedText
        package let title: LocalizedText
        package let url: String
        /// Of the page it leads to.
        package let language: Language
    }

    /// One thing the help depends on: a choice among answers, or a number within limits.
    package struct Condition: Sendable, Codable {
        package let key: String
        /// The key of a question, or `program.` and what is known of the program.
        package let fact: String
        package let likely: [String]?
        package let ask: [String]?
        package let unlikely: [String]?
        /// The least number that will do.
        package let from: Double?
        /// The greatest number that will do.
        package let through: Double?
        /// Numbers from here on will not do.
        package let below: Double?

        package var isAboutProgram: Bool { fact.hasPrefix("program.") }
    }

    /// The rules the portal is built with.
    package static let builtIn: FundingRules = {
        do {
            guard let url = Bundle.module.url(forResource: "funding", withExtension: "json", subdirectory: "Resources") else {
                throw CocoaError(.fileNoSuchFile)
            }
            return try JSONDecoder().decode(FundingRules.self, from: Data(contentsOf: url))
        } catch { preconditionFailure("the funding rules that belong to the portal cannot be read: \(error)") }
    }()
}
