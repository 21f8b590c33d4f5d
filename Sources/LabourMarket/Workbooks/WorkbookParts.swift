/// The parts of a workbook's archive that make a table of its first sheet.
struct WorkbookParts {
    private let archive: ZipArchive
    private let limit: UnpackingLimit
    private let sheet: String
    let countsFrom1904: Bool

    /// More than a hundred for each of ten thousand programs.
    private static let mostTexts = 2_000_000

    init(_ bytes: [UInt8], limit: UnpackingLimit) throws(ReleaseReadingError) {
        guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw Self.failure(.oldOrLocked) }
        guard let archive = try ZipArchive(.memory(bytes, name: "workbook")) else { throw Self.failure(.notAWorkbook) }
        guard archive.holds("xl/workbook.xml") else { throw Self.failure(.notAWorkbook) }
        guard !archive.holds("xl/vbaProject.bin") else { throw Self.failure(.macros) }
        self.archive = archive
        self.limit = limit

        var relation: String?
        var is1904 = false
        var tokens = XMLTokens(try Self.part("xl/workbook.xml", archive, limit), name: "workbook")
        while let token = try tokens.next() {
            switch token {
            case .start("workbookPr", let attributes):
                is1904 = ["1", "true"].contains(XMLTokens.attribute("date1904", in: attributes) ?? "")
            case .start("sheet", let attributes) where relation == nil:
                relation = XMLTokens.attribute("r:id", in: attributes) ?? ""
            default: break
            }
        }
        countsFrom1904 = is1904
        sheet = try Self.target(of: relation ?? "", archive, limit)
    }

    /// The part a relationship of the workbook leads to. A program that names relationships in its own way still has a first sheet.
    private static func target(of relation: String, _ archive: ZipArchive, _ limit: UnpackingLimit) throws(ReleaseReadingError) -> String {
        let usual = "xl/worksheets/sheet1.xml"
        let relations = "xl/_rels/workbook.xml.rels"
        guard !relation.isEmpty, archive.holds(relations) else { return usual }
        var tokens = XMLTokens(try part(relations, archive, limit), name: "workbook")
        while let token = try tokens.next() {
            guard case .start("Relationship", let attributes) = token, XMLTokens.attribute("Id", in: attributes) == relation,
                let target = XMLTokens.attribute("Target", in: attributes)
            else { continue }
            return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        }
        return usual
    }

    func firstSheet() throws(ReleaseReadingError) -> XMLTokens { XMLTokens(try Self.part(sheet, archive, limit), name: "workbook") }

    /// The texts that cells share: those of one item, however many parts of different style it has, are one text. Its phonetic guides are none of it.
    func sharedTexts() throws(ReleaseReadingError) -> [[UInt8]] {
        guard archive.holds("xl/sharedStrings.xml") else { return [] }
        var tokens = XMLTokens(try Self.part("xl/sharedStrings.xml", archive, limit), name: "workbook")
        var texts: [[UInt8]] = []
        var isText = false
        var isGuide = false
        while let token = try tokens.next() {
            switch token {
            case .start("si", _):
                guard texts.count < Self.mostTexts else { throw Self.failure(.tooManyTexts) }
                texts.append([])
            case .start("rPh", _): isGuide = true
            case .end("rPh"): isGuide = false
            case .start("t", _): isText = !isGuide
            case .end("t"): isText = false
            case .text(let bytes) where isText && !texts.isEmpty: texts[texts.count - 1] += bytes
            default: break
            }
        }
        return texts
    }

    /// For each style of cells, whether it shows numbers as dates.
    func dateStyles() throws(ReleaseReadingError) -> [Bool] {
        guard archive.holds("xl/styles.xml") else { return [] }
        var tokens = XMLTokens(try Self.part("xl/styles.xml", archive, limit), name: "workbook")
        var custom: [Int: Bool] = [:]
        var styles: [Bool] = []
        var isInside = false
        while let token = try tokens.next() {
            switch token {
            case .start("numFmt", let attributes):
                guard let id = XMLTokens.attribute("numFmtId", in: attributes).flatMap({ Int($0) }) else { continue }
                custom[id] = DateNumber.isDateFormat(XMLTokens.attribute("formatCode", in: attributes) ?? "")
            case .start("cellXfs", _): isInside = true
            case .end("cellXfs"): isInside = false
            case .start("xf", let attributes) where isInside && styles.count < 65_536:
                let id = XMLTokens.attribute("numFmtId", in: attributes).flatMap { Int($0) } ?? 0
                styles.append(custom[id] ?? DateNumber.isBuiltInDateFormat(id))
            default: break
            }
        }
        return styles
    }

    private static func part(_ path: String, _ archive: ZipArchive, _ limit: UnpackingLimit) throws(ReleaseReadingError) -> any ByteSource {
        LimitedBytes(try archive.bytes(path), packed: archive.packedSize(path), limit: limit)
    }

    static func failure(_ problem: WorkbookProblem) -> ReleaseReadingError { .unusable(file: "workbook", problem.rawValue) }
}
