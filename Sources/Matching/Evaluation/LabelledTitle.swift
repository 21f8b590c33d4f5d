package import Domain

/// A title somebody used, with the codes of which any is right.
package struct LabelledTitle: Hashable, Sendable {
    package let text: String
    package let language: Language
    package let codes: Set<String>

    package init(text: String, language: Language, codes: Set<String>) {
        self.text = text
        self.language = language
        self.codes = codes
    }

    /// From a table with the columns `text`, `lang` and `codes` (separated by `|`). `nil` without them or when a row is malformed.
    package static func list(header: [String], records: [[String]]) -> [LabelledTitle]? {
        guard let text = header.firstIndex(of: "text"), let lang = header.firstIndex(of: "lang"), let codes = header.firstIndex(of: "codes")
        else { return nil }
        return records.optionalMap { record in
            guard record.count > max(text, lang, codes), let language = Language(rawValue: record[lang]) else { return nil }
            return LabelledTitle(text: record[text], language: language, codes: Set(record[codes].split(separator: "|").map(String.init)))
        }
    }
}

/// A text about one kind of work, with the codes of which any is right.
package struct LabelledText: Hashable, Sendable {
    package let title: String
    package let description: String
    package let language: Language
    package let codes: Set<String>

    package init(title: String, description: String, language: Language, codes: Set<String>) {
        self.title = title
        self.description = description
        self.language = language
        self.codes = codes
    }

    /// From a table with the columns `title`, `description`, `lang` and `codes`. `nil` without them or when a row is malformed.
    package static func list(header: [String], records: [[String]]) -> [LabelledText]? {
        let places = ["title", "description", "lang", "codes"].compactMap(header.firstIndex(of:))
        guard places.count == 4, let last = places.max() else { return nil }
        return records.optionalMap { record in
            guard record.count > last, let language = Language(rawValue: record[places[2]]) else { return nil }
            return LabelledText(
                title: record[places[0]], description: record[places[1]], language: language,
                codes: Set(record[places[3]].split(separator: "|").map(String.init)))
        }
    }
}

extension Array {
    /// The results; `nil` as soon as one is.
    fileprivate func optionalMap<Result>(_ body: (Element) -> Result?) -> [Result]? {
        var results: [Result] = []
        results.reserveCapacity(count)
        for element in self {
            guard let result = body(element) else { return nil }
            results.append(result)
        }
        return results
    }
}
