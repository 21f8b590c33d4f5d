package import Domain

/// Writes a workbook (Office Open XML) of plain tables, row after row: a head that stays in view, columns of a width, lists to choose from.
package struct WorkbookWriter: ~Copyable {
    package enum Value: Hashable, Sendable {
        case text(String)
        case number(Double)
        case date(CalendarDate)
        case blank
    }

    /// How a cell looks: the places of these in `styles.xml`.
    package enum Style: Int, Sendable {
        case plain = 0, head, text, date, marked, wrapped, markedText
    }

    package struct Column: Sendable {
        let name: String
        /// In characters.
        let width: Double
        /// What one may choose from; empty for anything.
        let choices: [String]
        let style: Style

        package init(_ name: String, width: Double, choices: [String] = [], style: Style = .text) {
            self.name = name
            self.width = width
            self.choices = choices
            self.style = style
        }
    }

    private var archive = ZipWriter()
    private var sheets: [String] = []
    private var pending: [UInt8] = []
    private var columns: [Column] = []
    private var row = 0

    package init() {}

    /// - Parameter name: at most 31 characters, of which spreadsheets refuse a few marks.
    package mutating func beginSheet(_ name: String, _ columns: [Column]) {
        sheets.append(name)
        self.columns = columns
        row = 0
        archive.begin("xl/worksheets/sheet\(sheets.count).xml")
        pending += Self.head.utf8
        pending +=
            #"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0""#.utf8
        pending += (sheets.count == 1 ? #" tabSelected="1""# : "").utf8
        pending += #"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"#.utf8
        for (index, column) in columns.enumerated() {
            pending +=
                #"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(column.width)" style="\#(column.style.rawValue)" customWidth="1"/>"#
                .utf8
        }
        pending += "</cols><sheetData>".utf8
        append(columns.map { ($0.name.isEmpty ? .blank : .text($0.name), .head) })
    }

    package mutating func append(_ values: [Value]) {
        append(values.enumerated().map { ($1, columns.indices.contains($0) ? columns[$0].style : .plain) })
    }

    package mutating func append(_ cells: [(value: Value, style: Style)]) {
        row += 1
        pending += "<row r=\"\(row)\">".utf8
        for (index, cell) in cells.enumerated() { append(cell.value, cell.style, at: index) }
        pending += "</row>".utf8
        if pending.count > 1 << 18 { flush() }
    }

    private mutating func append(_ value: Value, _ style: Style, at column: Int) {
        let place = #"<c r="\#(Self.letters(column))\#(row)" s="\#(style.rawValue)""#
        switch value {
        case .blank:
            if style == .marked || style == .markedText { pending += "\(place)/>".utf8 }
        case .text(let text):
            pending += (place + #" t="inlineStr"><is><t xml:space="preserve">"#).utf8
            WorkbookText.escaped(text, into: &pending)
            pending += "</t></is></c>".utf8
        case .number(let number):
            let isWhole = number == number.rounded() && abs(number) < 1e15
            pending += "\(place)><v>\(isWhole ? String(Int64(number)) : "\(number)")</v></c>".utf8
        case .date(let date): pending += "\(place)><v>\(DateNumber.number(date))</v></c>".utf8
        }
    }

    package mutating func endSheet() {
        pending += "</sheetData>".utf8
        if sheets.count == 1 { pending += #"<autoFilter ref="A1:\#(Self.letters(columns.count - 1))\#(max(row, 1))"/>"#.utf8 }
        let lists = columns.enumerated().filter { !$1.choices.isEmpty }
        if !lists.isEmpty { pending += #"<dataValidations count="\#(lists.count)">"#.utf8 }
        for (index, column) in lists {
            let letters = Self.letters(index)
            pending +=
                #"<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="\#(letters)2:\#(letters)1048576"><formula1>"#.utf8
            WorkbookText.escaped("\"\(column.choices.joined(separator: ","))\"", into: &pending)
            pending += "</formula1></dataValidation>".utf8
        }
        if !lists.isEmpty { pending += "</dataValidations>".utf8 }
        pending += "</worksheet>".utf8
        flush()
        archive.end()
    }

    package consuming func finish() -> [UInt8] {
        var parts: [(String, String)] = [("[Content_Types].xml", Self.contentTypes(sheets.count)), ("_rels/.rels", Self.relations)]
        parts.append(("xl/workbook.xml", Self.workbook(sheets)))
        parts.append(("xl/_rels/workbook.xml.rels", Self.workbookRelations(sheets.count)))
        parts.append(("xl/styles.xml", Self.styles))
        for (path, text) in parts {
            archive.begin(path)
            archive.write(Array((Self.head + text).utf8))
            archive.end()
        }
        return archive.finish()
    }

    private mutating func flush() {
        archive.write(pending)
        pending.removeAll(keepingCapacity: true)
    }

    /// 0 is `A`, 27 is `AB`.
    static func letters(_ column: Int) -> String {
        var rest = column + 1
        var letters: [UInt8] = []
        while rest > 0 {
            letters.insert(UInt8(65 + (rest - 1) % 26), at: 0)
            rest = (rest - 1) / 26
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
