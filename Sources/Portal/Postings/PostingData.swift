import Domain

/// One schema.org `JobPosting`, as far as it matters here.
struct PostingData {
    var title = ""
    var text = ""
    var occupation: OccupationCode?
    var postalCode: String?

    /// Every `JobPosting` in a document: bare, in an array, in `@graph`, or inside another thing's list of items.
    static func postings(_ value: JSONValue) -> [PostingData] {
        var found: [PostingData] = []
        // Whatever is nested deeper is no list of postings. The reader refuses what is nested without end.
        func look(_ value: JSONValue, depth: Int) {
            guard depth < 8, found.count < 100 else { return }
            switch value {
            case .array(let values): for value in values { look(value, depth: depth + 1) }
            case .object(let members):
                if isPosting(members["@type"]) {
                    found.append(PostingData(members))
                } else {
                    for key in ["@graph", "itemListElement", "item", "mainEntity", "mainEntityOfPage"] {
                        if let inner = members[key] { look(inner, depth: depth + 1) }
                    }
                }
            case .text, .number, .bool, .null: break
            }
        }
        look(value, depth: 0)
        return found
    }

    private static func isPosting(_ type: JSONValue?) -> Bool {
        switch type {
        case .text(let name)?: name == "JobPosting" || name.hasSuffix("/JobPosting") || name == "schema:JobPosting"
        case .array(let names)?: names.contains { isPosting($0) }
        default: false
        }
    }

    private init(_ members: [String: JSONValue]) {
        title =
            HTMLText.plain(Self.words(members["title"]) ?? Self.words(members["name"]) ?? "").split(whereSeparator: \.isNewline).first
            .map { String($0.prefix(200)) } ?? ""
        // Each part under a heading that says what it is, so that what is required is known to be.
        var parts: [String] = []
        for (key, heading) in Self.parts {
            guard let words = Self.words(members[key]), !words.isBlank else { continue }
            parts.append(heading + HTMLText.plain(words))
        }
        text = parts.joined(separator: "\n")
        occupation = Self.codes(members["occupationalCategory"]).first ?? Self.codes(members["relevantOccupation"]).first
        postalCode = Self.postalCode(members["jobLocation"])
    }

    private static let parts = [
        ("description", ""), ("responsibilities", "Responsibilities:\n"), ("qualifications", "Requirements:\n"),
        ("skills", "Requirements:\n"),
        ("experienceRequirements", "Requirements:\n"), ("educationRequirements", "Requirements:\n"),
    ]

    /// Texts, lists of them, and the names of things.
    private static func words(_ value: JSONValue?) -> String? {
        switch value {
        case .text(let text)?: text
        case .array(let values)?:
            values.prefix(100).compactMap { words($0) }.map { "\u{2022} " + $0 }.joined(separator: "\n")
        case .object(let members)?:
            words(members["@value"]) ?? words(members["name"]) ?? words(members["description"]) ?? words(members["credentialCategory"])
        default: nil
        }
    }

    /// `32102`, `NOC 32102`, or a `CategoryCode` with it.
    private static func codes(_ value: JSONValue?) -> [OccupationCode] {
        switch value {
        case .text(let text)?:
            text.split { !$0.isNumber }.compactMap { OccupationCode($0) }.prefix(1).map(\.self)
        case .array(let values)?: values.prefix(20).flatMap { codes($0) }
        case .object(let members)?: codes(members["codeValue"]) + codes(members["occupationalCategory"])
        default: []
        }
    }

    private static func postalCode(_ value: JSONValue?) -> String? {
        switch value {
        case .array(let values)?: values.lazy.compactMap { postalCode($0) }.first
        case .object(let members)?: members["postalCode"]?.textValue ?? postalCode(members["address"])
        default: nil
        }
    }
}
