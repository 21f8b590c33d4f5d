package import Domain
package import Foundation

/// Every sentence the pages show, in both languages, read once from `Resources/translations/{en,fr}/*.json`.
///
/// A file `find.json` holds the keys that start with `find.`; nested objects join their names with dots. A text may hold
/// `{name}` to be filled in. A text that depends on a number is an object `{"one": …, "other": …}`.
package struct Texts: Sendable {
    private enum Entry: Sendable {
        case plain(String)
        case plural(one: String, other: String)
    }

    private let entries: [Language: [String: Entry]]

    package enum LoadError: Error { case notText(file: String, key: String) }

    package init(bundle: Bundle) throws {
        var entries: [Language: [String: Entry]] = [:]
        for language in Language.allCases {
            let folder = bundle.bundleURL.appending(path: "Resources/translations/\(language.rawValue)")
            for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            where file.pathExtension == "json" {
                let prefix = file.deletingPathExtension().lastPathComponent
                let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
                let spaced = language == .fr ? FrenchTypography.spaced : { $0 }
                try Self.collect(object, key: prefix, file: file.lastPathComponent, spaced, into: &entries[language, default: [:]])
            }
        }
        self.entries = entries
    }

    /// The texts of one language.
    package func callAsFunction(_ language: Language) -> Reader { Reader(texts: self, language: language) }

    package func keys(_ language: Language) -> Set<String> { Set(entries[language, default: [:]].keys) }

    private static func collect(
        _ object: Any, key: String, file: String, _ spaced: (String) -> String, into entries: inout [String: Entry]
    ) throws {
        if let text = object as? String {
            entries[key] = .plain(spaced(text))
        } else if let forms = object as? [String: String], let one = forms["one"], let other = forms["other"], forms.count == 2 {
            entries[key] = .plural(one: spaced(one), other: spaced(other))
        } else if let children = object as? [String: Any] {
            for (name, child) in children { try collect(child, key: "\(key).\(name)", file: file, spaced, into: &entries) }
        } else {
            throw LoadError.notText(file: file, key: key)
        }
    }

    /// The texts of one language, with its rules for numbers.
    package struct Reader: Sendable {
        private let entries: [String: Entry]
        package let language: Language
        package let format: Formatting

        init(texts: Texts, language: Language) {
            entries = texts.entries[language] ?? [:]
            self.language = language
            format = Formatting(language)
        }

        package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
            Self.fill(pattern(key, count: nil), values)
        }

        /// Chooses the singular or plural; `{count}` is the number written in the language.
        package func callAsFunction(_ key: String, count: Int, _ values: [String: String] = [:]) -> String {
            Self.fill(pattern(key, count: Double(count)), values.merging(["count": format.number(count)]) { given, _ in given })
        }

        /// The same for a number that need not be whole: "1,5 heure", but "1.5 hours".
        package func callAsFunction(_ key: String, count: Double, _ values: [String: String] = [:]) -> String {
            Self.fill(pattern(key, count: count), values.merging(["count": format.number(count)]) { given, _ in given })
        }

        /// Whether there is such a text: for keys made of data, such as `reason.free`.
        package func has(_ key: String) -> Bool { entries[key] != nil }

        private func pattern(_ key: String, count: Double?) -> String {
            switch entries[key] {
            case .plain(let text): text
            case .plural(let one, let other): format.isSingular(count ?? 2) ? one : other
            case nil: key
            }
        }

        private static func fill(_ pattern: String, _ values: [String: String]) -> String {
            guard !values.isEmpty, pattern.utf8.contains(UInt8(ascii: "{")) else { return pattern }
            var result = ""
            var rest = pattern[...]
            while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")), let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}")) {
                result += rest[..<open]
                let name = String(rest[rest.utf8.index(after: open)..<close])
                result += values[name] ?? "{\(name)}"
                rest = rest[rest.utf8.index(after: close)...]
            }
            return result + rest
        }
    }
}
