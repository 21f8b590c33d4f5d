import Domain

/// A release as one text document: a head of `name<tab>value` lines, then the tables.
///
/// ```
/// tremplin-release  1
/// kind              cops
/// version           2024-2033
/// …
///
/// table  outlooks  1
/// code   value  …
/// 00010  balance …
/// ```
/// Tables are parted by empty lines. The number after a table's name is that of its key columns. People write some of these
/// documents by hand (the portal's own skills), so that nothing in them needs to be counted.
extension Release {
    private static let format = "tremplin-release\t1"

    package var document: String {
        var text = Self.format + "\n"
        for (name, value) in head { text += "\(name)\t\(ReleaseTable.folded(value))\n" }
        for table in tables {
            text += "\ntable\t\(table.name)\t\(table.keyColumns)\n"
            text += table.columns.joined(separator: "\t") + "\n"
            text += table.text
        }
        return text
    }

    private var head: [(String, String)] {
        [
            ("kind", kind.rawValue), ("version", source.version), ("as-of", source.asOf.description), ("url", source.url),
            ("publisher-en", source.publisher.en ?? ""), ("publisher-fr", source.publisher.fr ?? ""),
            ("title-en", source.title.en ?? ""), ("title-fr", source.title.fr ?? ""),
            ("licence-en", source.licence.en ?? ""), ("licence-fr", source.licence.fr ?? ""),
        ]
    }

    /// Reads what `document` wrote.
    package init(document: String) throws(ReleaseError) {
        var parser = DocumentLines(bytes: Array(document.utf8))
        guard parser.next() == Self.format else { throw ReleaseError(reason: .notARelease) }
        var head: [String: String] = [:]
        while let line = parser.next(), !line.isEmpty {
            guard let tab = line.firstIndex(of: "\t") else { throw ReleaseError(value: line, reason: .notARelease) }
            head[String(line[..<tab])] = String(line[line.index(after: tab)...])
        }
        guard let kind = head["kind"].flatMap(ReleaseKind.init(rawValue:)), let version = head["version"],
            let asOf = head["as-of"].flatMap({ CalendarDate($0) })
        else { throw ReleaseError(reason: .notARelease) }
        let source = ReferenceSource(
            key: kind.sourceKey,
            publisher: LocalizedText(en: head["publisher-en"], fr: head["publisher-fr"]),
            title: LocalizedText(en: head["title-en"], fr: head["title-fr"]),
            version: version, asOf: asOf,
            licence: LocalizedText(en: head["licence-en"], fr: head["licence-fr"]),
            url: head["url"] ?? "", rows: 0)
        var tables: [ReleaseTable] = []
        while let line = parser.next() { tables.append(try Self.table(headed: line, kind: kind, &parser)) }
        self.init(kind: kind, source: source, tables: tables)
    }

    private static func table(headed line: String, kind: ReleaseKind, _ parser: inout DocumentLines) throws(ReleaseError) -> ReleaseTable {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "table", let keys = Int(parts[2]), let columns = parser.next(), !columns.isEmpty else {
            throw ReleaseError(kind: kind, value: line, reason: .notARelease)
        }
        return ReleaseTable(
            name: String(parts[1]), columns: columns.split(separator: "\t", omittingEmptySubsequences: false).map(String.init),
            keyColumns: keys, text: parser.untilEmptyLine())
    }
}

/// Lines of a document, taken from its bytes.
private struct DocumentLines {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The next line without its line feed; `nil` at the end.
    mutating func next() -> String? {
        guard position < bytes.count else { return nil }
        let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
        defer { position = end + 1 }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }

    /// All lines up to the next empty one, which is passed over.
    mutating func untilEmptyLine() -> String {
        let start = position
        guard position < bytes.count, bytes[position] != 0x0A else {
            position += 1
            return ""
        }
        while position + 1 < bytes.count, bytes[position] != 0x0A || bytes[position + 1] != 0x0A { position += 1 }
        let end = min(position + 1, bytes.count)
        position = end + 1
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        return text.utf8.last == 0x0A ? text : text + "\n"
    }
}
