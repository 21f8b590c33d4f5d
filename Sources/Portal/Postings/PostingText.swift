package import Domain
package import Matching

/// A posting as it was handed in, brought into plain text: pasted text, schema.org `JobPosting` data, or a whole page that holds it.
package struct PostingText: Sendable {
    /// Empty when nobody gave one apart.
    package private(set) var title = ""
    package private(set) var text = ""
    /// Where the data names a NOC 2021 code.
    package private(set) var occupation: OccupationCode?
    /// The place of work, where the data names one.
    package private(set) var postalCode: String?
    package private(set) var form = Form.text
    /// Postings in what was handed in; the first is read.
    package private(set) var count = 1

    package enum Form: String, Sendable { case text, page, data }

    package enum Problem: String, Error, Hashable, Sendable {
        case empty
        case tooLarge
        /// It begins as JSON does, and is none.
        case notJSON
        /// JSON without a `JobPosting` in it.
        case noPosting
        /// Nothing in it is a word.
        case noWords
    }

    /// 400 KB: long postings have 10, and whole pages with one mostly less than 300.
    package static let largest = 400_000

    package init(_ source: String) throws(Problem) {
        guard source.utf8.count <= Self.largest else { throw .tooLarge }
        let trimmed = String(source.drop { $0.isWhitespace || $0 == "\u{FEFF}" })
        guard !trimmed.isEmpty else { throw .empty }
        if trimmed.first == "{" || trimmed.first == "[" {
            guard let value = Self.json(trimmed) else { throw .notJSON }
            let found = PostingData.postings(value)
            guard let first = found.first else { throw .noPosting }
            take(first, of: found.count, as: .data)
        } else if HTMLText.looksLikeHTML(trimmed) || trimmed.contains("application/ld+json") {
            let found = HTMLText.structuredData(trimmed).compactMap(Self.json).flatMap { PostingData.postings($0) }
            if let first = found.first(where: { !$0.text.isBlank }) {
                take(first, of: found.count, as: .page)
            } else {
                text = HTMLText.plain(trimmed)
                form = .page
            }
        } else {
            text = trimmed
        }
        // No page and no database holds the null character.
        text.removeAll { $0 == "\u{0}" }
        title.removeAll { $0 == "\u{0}" }
        guard (title + text).contains(where: \.isLetter) else { throw .noWords }
    }

    private mutating func take(_ data: PostingData, of count: Int, as form: Form) {
        title = data.title
        text = data.text
        occupation = data.occupation
        postalCode = data.postalCode
        self.form = form
        self.count = count
    }

    /// Line ends inside texts are common in pages and no JSON: they are read as spaces.
    private static func json(_ text: String) -> JSONValue? {
        var reader = JSONReader(text.utf8.map { $0 < 0x20 ? 0x20 : $0 })
        return try? reader.whole()
    }

    package func document() -> PostingDocument { PostingDocument(title: title, text: text) }
}
