/// The rows of a workbook's first sheet (Office Open XML), read row by row. Texts that the workbook shares among cells are held; formulas,
/// styles and dates stay what they are written as.
struct SheetStream: RecordSource {
    private var tokens: XMLTokens
    private let texts: [[UInt8]]
    private var row = 0

    init(sheet: any ByteSource, sharedTexts: (any ByteSource)?, name: String) throws(ReleaseReadingError) {
        tokens = XMLTokens(sheet, name: name)
        texts = try sharedTexts.map { source throws(ReleaseReadingError) in try Self.sharedTexts(XMLTokens(source, name: name)) } ?? []
    }

    mutating func next(into record: inout RecordCells) throws(ReleaseReadingError) -> Bool {
        while let token = try tokens.next() {
            guard case .start("row", let attributes) = token else { continue }
            row = XMLTokens.attribute("r", in: attributes).flatMap { Int($0) } ?? row + 1
            record.removeAll()
            record.row = row
            try readCells(into: &record)
            if !record.isBlank { return true }
        }
        return false
    }

    private mutating func readCells(into record: inout RecordCells) throws(ReleaseReadingError) {
        var isShared = false
        var isValue = false
        var value: [UInt8] = []
        while let token = try tokens.next() {
            switch token {
            case .start("c", let attributes):
                isShared = XMLTokens.attribute("t", in: attributes) == "s"
                value = []
                // Cells without a value are left out: the reference says which column this one is in.
                let column = XMLTokens.attribute("r", in: attributes).map(Self.column) ?? record.count
                while record.count < column { record.endCell() }
            case .start("v", _), .start("t", _): isValue = true
            case .end("v"), .end("t"): isValue = false
            case .text(let bytes) where isValue: value += bytes
            case .end("c"):
                let index = isShared ? Int(String(decoding: value, as: UTF8.self)) : nil
                record.append(contentsOf: (index.flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? value)[...])
                record.endCell()
            case .end("row"): return
            default: break
            }
        }
    }

    /// The texts of `sharedStrings.xml`: those of one item, however many parts of different style it has, are one text.
    private static func sharedTexts(_ tokens: XMLTokens) throws(ReleaseReadingError) -> [[UInt8]] {
        var tokens = tokens
        var texts: [[UInt8]] = []
        var isText = false
        while let token = try tokens.next() {
            switch token {
            case .start("si", _): texts.append([])
            case .start("t", _): isText = true
            case .end("t"): isText = false
            case .text(let bytes) where isText && !texts.isEmpty: texts[texts.count - 1] += bytes
            default: break
            }
        }
        return texts
    }

    /// `A1` is column 0, `AB7` is 27.
    private static func column(_ reference: String) -> Int {
        reference.utf8.prefix { (65...90).contains($0) }.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    }
}
