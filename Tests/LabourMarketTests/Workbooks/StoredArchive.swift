/// A ZIP archive whose files are not packed, made byte by byte: what is wrong with it was put there on purpose.
struct StoredArchive {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    init(_ files: [(String, String)]) {
        for (path, text) in files { add(path, Array(text.utf8)) }
    }

    mutating func add(_ path: String, _ content: [UInt8]) {
        let offset = bytes.count
        bytes += [0x50, 0x4B, 0x03, 0x04]
        append([(20, 2), (0, 2), (0, 2), (0, 4), (0, 4), (content.count, 4), (content.count, 4), (path.utf8.count, 2), (0, 2)], to: &bytes)
        bytes += path.utf8
        bytes += content
        directory += [0x50, 0x4B, 0x01, 0x02]
        append([(20, 2), (20, 2), (0, 2), (0, 2), (0, 4), (0, 4), (content.count, 4), (content.count, 4)], to: &directory)
        append([(path.utf8.count, 2), (0, 2), (0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)], to: &directory)
        directory += path.utf8
        count += 1
    }

    var whole: [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        append([(0, 2), (0, 2), (count, 2), (count, 2), (directory.count, 4), (bytes.count, 4), (0, 2)], to: &end)
        return bytes + directory + end
    }

    private func append(_ numbers: [(Int, Int)], to bytes: inout [UInt8]) {
        for (value, width) in numbers { for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) } }
    }
}

extension StoredArchive {
    /// A workbook of one sheet, as an office program writes it.
    /// - Parameter rows: the content of `sheetData`.
    static func workbook(
        rows: String, texts: [String] = [], properties: String = "", formats: String = "", styles: String = "",
        others: [(String, String)] = []
    ) -> [UInt8] {
        StoredArchive(
            [
                (
                    "xl/workbook.xml",
                    #"<workbook><workbookPr\#(properties)/><sheets><sheet name="A" sheetId="4" r:id="rId7"/></sheets></workbook>"#
                ),
                (
                    "xl/_rels/workbook.xml.rels",
                    #"<Relationships><Relationship Id="rId7" Type="x/worksheet" Target="worksheets/data.xml"/></Relationships>"#
                ),
                ("xl/worksheets/data.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>"),
                ("xl/sharedStrings.xml", "<sst>" + texts.map { "<si><t>\($0)</t></si>" }.joined() + "</sst>"),
                ("xl/styles.xml", "<styleSheet><numFmts>\(formats)</numFmts><cellXfs><xf numFmtId=\"0\"/>\(styles)</cellXfs></styleSheet>"),
            ] + others
        ).whole
    }
}
