/// By which columns a publisher's file is known.
struct FileShape: Sendable {
    /// The file's usual name, for messages.
    let name: String
    let columns: [String]
    /// A column and a text that its first cell holds, where two files share their column names.
    var marker: (column: String, text: String)?
    var required = true
    var several = false
    /// Only files whose name ends so before its extension; where two languages have the same columns.
    var nameEnding: String?

    func fits(_ text: DelimitedText) -> Bool {
        if let nameEnding, text.name.prefix(upTo: text.name.lastIndex(of: ".") ?? text.name.endIndex).hasSuffix(nameEnding) == false {
            return false
        }
        guard columns.allSatisfy(text.contains) else { return false }
        guard let marker else { return true }
        return text.count > 0 && text.row(0)[marker.column] == marker.text
    }
}

/// The files given, each under the shape it has.
struct SourceFiles {
    private var texts: [String: [DelimitedText]] = [:]

    /// A text goes to the shape with the most columns among those that fit.
    init(_ sources: [SourceText], kind: ReleaseKind, shapes: [FileShape], oneOf: [FileShape] = []) throws(ReleaseReadingError) {
        for source in sources {
            let text: DelimitedText
            do { text = try DelimitedText(source.bytes, name: source.name, options: Self.options(source, kind)) } catch {
                throw .content(error)
            }
            guard let shape = shapes.filter({ $0.fits(text) }).max(by: { $0.columns.count < $1.columns.count }) else {
                throw .notRecognised(file: source.name, kind: kind, expected: shapes.map(\.name))
            }
            if !shape.several, let other = texts[shape.name]?.first { throw .givenTwice(file: source.name, sameAs: other.name) }
            texts[shape.name, default: []].append(text)
        }
        for shape in shapes where shape.required && texts[shape.name] == nil {
            throw .missing(kind: kind, file: shape.name, columns: shape.columns)
        }
        if let first = oneOf.first, oneOf.allSatisfy({ texts[$0.name] == nil }) {
            throw .missing(kind: kind, file: oneOf.map(\.name).joined(separator: " or "), columns: first.columns)
        }
    }

    func all(_ shape: FileShape) -> [DelimitedText] { texts[shape.name] ?? [] }
    func optional(_ shape: FileShape) -> DelimitedText? { texts[shape.name]?.first }

    /// Only for shapes declared as required.
    func one(_ shape: FileShape) -> DelimitedText {
        guard let text = optional(shape) else { preconditionFailure("\(shape.name) is not a required file") }
        return text
    }

    /// O*NET's tab-separated files use quotation marks as ordinary characters.
    private static func options(_ source: SourceText, _ kind: ReleaseKind) -> DelimitedText.Options {
        DelimitedText.Options(quotes: !(kind == .onet && source.bytes.prefix { $0 != 0x0A }.contains(0x09)))
    }
}

/// Refuses a key that an earlier row of the file had.
struct RowKeys {
    private var rows: [String: Int] = [:]

    mutating func insert(_ key: String, _ row: DelimitedText.Row, _ column: DelimitedText.Column) throws(DelimitedTextError) {
        if let first = rows.updateValue(row.number, forKey: key) { throw row.error(column, .duplicate(firstRow: first)) }
    }
}
