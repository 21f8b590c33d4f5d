import Foundation
import Testing

/// The sentences of the pages: the same in both languages, and none that nobody shows.
@Suite struct TranslationTests {
    private static let folder = "Sources/Web/Resources/translations"

    /// Text by dotted key. A text that depends on a number has the keys `….one` and `….other`.
    private static func texts(_ language: String) throws -> [String: String] {
        var texts: [String: String] = [:]
        for path in Tree.files(in: "\(folder)/\(language)", endingIn: [".json"]) {
            let object = try JSONSerialization.jsonObject(with: Data(contentsOf: Tree.root.appending(path: path)))
            collect(object, key: URL(filePath: path).deletingPathExtension().lastPathComponent, into: &texts)
        }
        return texts
    }

    private static func collect(_ value: Any, key: String, into texts: inout [String: String]) {
        if let text = value as? String {
            texts[key] = text
        } else if let children = value as? [String: Any] {
            for (name, child) in children { collect(child, key: "\(key).\(name)", into: &texts) }
        }
    }

    /// `{name}` and the like, in no order: languages put them where they need them.
    private static func blanks(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{(\w+)\}/).map { String($0.1) })
    }

    @Test func `there are texts to check`() throws {
        #expect(try Self.texts("en").count > 20)
    }

    @Test func `both languages have the same files`() {
        let names = { (language: String) in
            Tree.files(in: "\(Self.folder)/\(language)").map { URL(filePath: $0).lastPathComponent }
        }
        #expect(names("en") == names("fr"))
    }

    @Test func `every text exists in both languages`() throws {
        let english = Set(try Self.texts("en").keys)
        let french = Set(try Self.texts("fr").keys)
        #expect(english.subtracting(french).sorted() == [], "without a French text")
        #expect(french.subtracting(english).sorted() == [], "without an English text")
    }

    @Test func `both languages fill in the same values`() throws {
        let french = try Self.texts("fr")
        let different = try Self.texts("en").filter { key, text in
            // "One program" need not repeat the number.
            guard !key.hasSuffix(".one"), let other = french[key] else { return false }
            return Self.blanks(text) != Self.blanks(other)
        }
        #expect(different.keys.sorted() == [])
    }

    @Test func `no file says the same key twice`() throws {
        for path in Tree.files(in: Self.folder, endingIn: [".json"]) {
            let twice = Self.keysGivenTwice(try String(contentsOf: Tree.root.appending(path: path), encoding: .utf8))
            #expect(twice == [], "\(path)")
        }
        #expect(Self.keysGivenTwice(#"{ "a": { "b": "x\"{", "c": "" }, "d": { "b": "", "b": "" } }"#) == ["b"])
    }

    /// A reader of JSON keeps one of them and says nothing. Keys stand before a colon, in the object that was opened last.
    private static func keysGivenTwice(_ json: String) -> [String] {
        var (open, twice): ([Set<String>], [String]) = ([], [])
        for token in json.matches(of: /(?<brace>[{}])|"(?<text>(?:[^"\\]|\\.)*)"(?<colon>\s*:)?/) {
            switch token.brace {
            case "{"?: open.append([])
            case "}"?: open.removeLast()
            default:
                guard token.colon != nil, let key = token.text.map(String.init) else { continue }
                if !open[open.count - 1].insert(key).inserted { twice.append(key) }
            }
        }
        return twice
    }

    @Test func `no text is empty or padded with spaces`() throws {
        for language in ["en", "fr"] {
            let poor = try Self.texts(language).filter {
                $0.value.isEmpty || $0.value != $0.value.trimmingCharacters(in: .whitespacesAndNewlines)
            }
            #expect(poor.keys.sorted() == [])
        }
    }

    @Test(arguments: ["en", "fr"])
    func `texts use printers' apostrophes and quotation marks, not a typist's`(language: String) throws {
        let wrong = try Self.texts(language).filter { $0.value.contains("\"") || $0.value.contains(/\p{L}'\p{L}/) }
        #expect(wrong.map { "\($0.key): \($0.value)" }.sorted() == [])
    }

    @Test func `every text is used by a page`() throws {
        let sources = Tree.files(in: "Sources/Web", endingIn: [".swift"]).map(Tree.text)
        let literals = SourceLiterals(sources: sources)
        let unused = Set(try Self.texts("en").keys).filter { key in
            let name = Self.withoutPlural(key)
            return !literals.whole.contains(name) && !Self.isMade(name, from: literals)
        }
        #expect(unused.sorted() == [])
    }

    /// Whether a key may be made of parts: `"facet.\(facet).\(value)"`, or `"\(door).title"` where `"home.employers"` is given as the door.
    private static func isMade(_ name: String, from literals: SourceLiterals) -> Bool {
        if literals.beginnings.contains(where: { $0.contains(".") && name.hasPrefix($0) }) { return true }
        // A page of plain sections takes every text of the file that `InformationController` names for it.
        if proseFiles.contains(String(name.prefix { $0 != "." })) { return true }
        guard let dot = name.lastIndex(of: ".") else { return false }
        let stem = String(name[..<dot])
        return stem.contains(".") && literals.whole.contains(stem)
    }

    private static let proseFiles = SourceLiterals(sources: [Tree.text("Sources/Web/Information/InformationController.swift")]).whole

    @Test func `every text a page asks for exists`() throws {
        let known = Set(try Self.texts("en").keys.map(Self.withoutPlural))
        let sources = Tree.files(in: "Sources/Web", endingIn: [".swift"]).map { (path: $0, text: Tree.text($0)) }
        var missing: [String] = []
        for source in sources {
            for match in source.text.matches(of: /(?:^|\W)t\("([a-z]\w*(?:\.[\w-]+)+)"/) where !known.contains(String(match.1)) {
                missing.append("\(source.path): \(match.1)")
            }
        }
        #expect(missing == [])
    }

    private static func withoutPlural(_ key: String) -> String {
        for ending in [".one", ".other"] where key.hasSuffix(ending) { return String(key.dropLast(ending.count)) }
        return key
    }
}
