/// A unit group of the National Occupational Classification (NOC) 2021.
package struct Occupation: Hashable, Sendable {
    package let code: OccupationCode
    /// The group's official name.
    package let title: LocalizedText

    package init(code: OccupationCode, title: LocalizedText) {
        self.code = code
        self.title = title
    }
}

/// Five digits of NOC 2021, leading zeros kept. The second digit is the TEER, the first the broad category.
package struct OccupationCode: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let rawValue: String

    /// `nil` unless the text is five ASCII digits with a TEER of 0 to 5.
    package init?(_ text: some StringProtocol) {
        let digits = text.utf8
        guard digits.count == 5, digits.allSatisfy({ (48...57).contains($0) }), digits.dropFirst().first ?? 57 <= 53 else { return nil }
        rawValue = String(text)
    }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let code = OccupationCode(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a NOC 2021 code: \(text)"))
        }
        self = code
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    package var description: String { rawValue }

    /// Training, education, experience and responsibilities: 0 (management) to 5 (no formal education).
    package var teer: Int { Int(Array(rawValue.utf8)[1] - 48) }

    /// The codes above this one: broad category, TEER category, sub-major and minor group (1 to 4 digits).
    package var ancestors: [String] { (1...4).map { String(rawValue.prefix($0)) } }

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A level of NOC 2021 above the unit group: one to four digits.
package struct OccupationGroup: Hashable, Sendable {
    package let code: String
    package let title: LocalizedText

    package init(code: String, title: LocalizedText) {
        self.code = code
        self.title = title
    }
}

/// One example job title of a unit group, as the classification's index prints it.
package struct JobTitle: Hashable, Sendable {
    package let code: OccupationCode
    package let language: Language
    package let title: String

    package init(code: OccupationCode, language: Language, title: String) {
        self.code = code
        self.language = language
        self.title = title
    }
}
