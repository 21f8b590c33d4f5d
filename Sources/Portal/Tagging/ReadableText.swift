package import Domain
import Matching

/// A program's text as suggestions are read out of it: in one language, part by part.
package struct ReadableText: Hashable, Sendable {
    package struct Part: Hashable, Sendable {
        /// As `TextEvidence.part` names it.
        package let name: String
        package let text: String
    }

    package let language: Language
    package let parts: [Part]

    /// In the language that says more: the one with more parts, where both have as many the one the program is taught in, else English. `nil` when
    /// there is a title and nothing else: that says too little.
    package init?(_ program: Program) {
        let counts = Language.allCases.map { language in
            (language: language, parts: Self.parts(program, language).count { $0.name != "title" })
        }
        let most = counts.map(\.parts).max() ?? 0
        guard most > 0 else { return nil }
        let candidates = counts.filter { $0.parts == most }.map(\.language)
        func taught(_ language: Language) -> Int { program.offerings.count { $0.language == language } }
        let chosen = candidates.contains(.fr) && (candidates == [.fr] || taught(.fr) > taught(.en)) ? Language.fr : candidates[0]
        self.init(program, chosen)
    }

    /// In that language, however little there is.
    package init(_ program: Program, _ language: Language) {
        self.language = language
        parts = Self.parts(program, language)
    }

    var title: String { parts.first { $0.name == "title" }?.text ?? "" }
    var description: String { parts.filter { $0.name != "title" }.map(\.text).joined(separator: "\n") }

    /// Another text, or another language, has another digest.
    var digest: String { Self.digest(parts, language) }

    /// Of a program without text: what it has may become a text.
    static func digestWithoutText(_ program: Program) -> String { digest(parts(program, .en) + parts(program, .fr), nil) }

    /// Where a sentence stands; in the part before the others when it stands in several.
    func evidence(_ sentence: String) -> TextEvidence? {
        for part in parts {
            if let start = Self.place(of: Array(sentence.utf8), in: Array(part.text.utf8)) {
                return TextEvidence(part: part.name, start: start, sentence: sentence)
            }
        }
        return nil
    }

    private static func parts(_ program: Program, _ language: Language) -> [Part] {
        let outcomes = program.outcomes.enumerated().map { ("outcome.\($0)", $1) }
        let all = [("title", program.title), ("summary", program.summary), ("description", program.description)] + outcomes
        return all.compactMap { name, text in
            guard let text = text[language], !text.isBlank else { return nil }
            return Part(name: name, text: text)
        }
    }

    /// FNV-1a, 64 bits: it tells one text of a program from the next, and guards nothing.
    private static func digest(_ parts: [Part], _ language: Language?) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01b3
        }
        add(language?.rawValue ?? "")
        for part in parts {
            // The number of an outcome is its place in the digest anyway.
            add(part.name)
            add(part.text)
        }
        return String(hash, radix: 16)
    }

    private static func place(of needle: [UInt8], in hay: [UInt8]) -> Int? {
        guard !needle.isEmpty, needle.count <= hay.count else { return nil }
        return (0...(hay.count - needle.count)).first { start in
            hay[start] == needle[0] && hay[start..<(start + needle.count)].elementsEqual(needle)
        }
    }
}
