package import Domain
import HTTPTypes
package import Hummingbird

/// The language of a request: from its path, or else from what the browser asks for.
package enum RequestLanguage {
    package static func ofPath(_ path: String) -> Language? {
        path.split(separator: "/", maxSplits: 1).first.flatMap { Language(rawValue: String($0)) }
    }

    /// The `lang` of the interface for machines.
    package static func ofParameter(_ request: Request) -> Language? {
        request.formParameters["lang"].flatMap { Language(rawValue: String($0)) }
    }

    /// The language with the highest weight in `Accept-Language`; the first one named wins a tie.
    /// - Parameters:
    ///   - spoken: the languages there are to choose from.
    ///   - first: the one when none of them is named.
    package static func preferred(by request: Request, among spoken: [Language] = Language.allCases, first: Language = .en) -> Language {
        guard let header = request.headers[.acceptLanguage] else { return first }
        var best: (language: Language, weight: Double)?
        for part in header.split(separator: ",") {
            let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let tag = pieces.first, let language = Language(rawValue: String(tag.prefix { $0 != "-" })), spoken.contains(language)
            else {
                continue
            }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > 0, weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language ?? first
    }
}
