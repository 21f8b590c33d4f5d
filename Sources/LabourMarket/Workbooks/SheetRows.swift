/// The rows of one sheet, in order.
struct SheetRows {
    private var tokens: XMLTokens
    private let texts: [[UInt8]]
    private let dates: [Bool]
    private let countsFrom1904: Bool
    private var number = 0
    /// Cells right of these have no name.
    var width = Int.max

    /// What a sheet has at most: a row or a column beyond that was made to do harm.
    private static let mostRows = 1_048_576
    private static let mostColumns = 16_384
    /// A spreadsheet's cell ends at 32,767 characters. Ours may hold more where a program of ours wrote them.
    private static let longest = 262_144

    init(_ tokens: XMLTokens, texts: [[UInt8]], dates: [Bool], countsFrom1904: Bool) {
        self.tokens = tokens
        self.texts = texts
        self.dates = dates
        self.countsFrom1904 = countsFrom1904
    }

    /// The next row that is not blank.
    mutating func next() throws(ReleaseReadingError) -> WorkbookTable.Row? {
        while let token = try tokens.next() {
            guard case .start("row", let attributes) = token else { continue }
            let next = XMLTokens.attribute("r", in: attributes).flatMap { Int($0) } ?? number + 1
            guard next > number, next <= Self.mostRows else { throw WorkbookParts.failure(.damaged) }
            number = next
            let (cells, exceeds) = try readCells()
            if cells.contains(where: { !$0.text.isEmpty || $0.trouble != nil }) || exceeds {
                return WorkbookTable.Row(number: number, cells: cells, exceeds: exceeds)
            }
        }
        return nil
    }

    private mutating func readCells() throws(ReleaseReadingError) -> (cells: [WorkbookTable.Cell], exceeds: Bool) {
        var cells: [WorkbookTable.Cell] = []
        var exceeds = false
        while let token = try tokens.next() {
            switch token {
            case .start("c", let attributes):
                // Cells without a value are left out: the reference says which column this one is in.
                let column = XMLTokens.attribute("r", in: attributes).map(Self.column) ?? cells.count
                guard column >= cells.count, column < Self.mostColumns else { throw WorkbookParts.failure(.damaged) }
                let cell = try readCell(attributes)
                guard column < width else {
                    exceeds = exceeds || !cell.text.isEmpty || cell.trouble != nil
                    continue
                }
                while cells.count < column { cells.append(WorkbookTable.Cell(text: "")) }
                cells.append(cell)
            case .end("row"): return (cells, exceeds)
            default: break
            }
        }
        throw WorkbookParts.failure(.damaged)
    }

    private mutating func readCell(_ attributes: String) throws(ReleaseReadingError) -> WorkbookTable.Cell {
        var value: [UInt8] = []
        var isValue = false
        var isFormula = false
        while let token = try tokens.next() {
            switch token {
            case .start("f", _): isFormula = true
            case .start("v", _), .start("t", _): isValue = true
            case .end("v"), .end("t"): isValue = false
            case .text(let bytes) where isValue: value += bytes
            case .end("c"):
                var cell = cell(value, attributes)
                if isFormula { cell.trouble = .formula }
                return cell
            default: break
            }
        }
        throw WorkbookParts.failure(.damaged)
    }

    private func cell(_ value: [UInt8], _ attributes: String) -> WorkbookTable.Cell {
        let type = XMLTokens.attribute("t", in: attributes) ?? "n"
        switch type {
        case "s":
            let index = Int(String(decoding: value, as: UTF8.self))
            return text(index.flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? [])
        case "b": return WorkbookTable.Cell(text: value == [UInt8(ascii: "1")] ? "yes" : "no")
        case "e": return WorkbookTable.Cell(text: String(decoding: value.prefix(20), as: UTF8.self), trouble: .error)
        case "n", "d":
            let text = String(decoding: value.prefix(60), as: UTF8.self)
            guard type == "n", let number = Double(text), number.isFinite else { return WorkbookTable.Cell(text: String(text.prefix(10))) }
            let style = XMLTokens.attribute("s", in: attributes).flatMap { Int($0) }
            if let style, dates.indices.contains(style), dates[style], let day = DateNumber.day(number, countsFrom1904: countsFrom1904) {
                return WorkbookTable.Cell(text: day)
            }
            let isWhole = number == number.rounded() && abs(number) < 1e15
            return WorkbookTable.Cell(text: isWhole ? String(Int64(number)) : "\(number)")
        default: return text(value)
        }
    }

    private func text(_ bytes: [UInt8]) -> WorkbookTable.Cell {
        guard bytes.count <= Self.longest else { return WorkbookTable.Cell(text: "", trouble: .tooLong) }
        let text = WorkbookText.unescaped(String(decoding: bytes, as: UTF8.self))
        let utf8 = text.utf8
        guard let first = utf8.firstIndex(where: { $0 > 0x20 }), let last = utf8.lastIndex(where: { $0 > 0x20 }) else {
            return WorkbookTable.Cell(text: "")
        }
        return WorkbookTable.Cell(text: String(text[first...last]))
    }

    /// `A1` is column 0, `AB7` is 27. More letters than a sheet has columns for are a column far right.
    private static func column(_ reference: String) -> Int {
        reference.utf8.prefix { (65...90).contains($0) }.prefix(4).reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    }
}
