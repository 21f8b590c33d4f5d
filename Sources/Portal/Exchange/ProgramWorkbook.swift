import Domain
import LabourMarket

/// Programs as a workbook: what the table means can be read on its second sheet, and closed lists are there to choose from.
struct ProgramWorkbook: ~Copyable {
    private var writer = WorkbookWriter()
    private let explanation: WorkbookExplanation?

    init(_ explanation: WorkbookExplanation?) {
        self.explanation = explanation
        writer.beginSheet(explanation?.table ?? "programs", ProgramColumn.allCases.map(\.workbookColumn))
    }

    mutating func append(_ program: Program) {
        writer.append(zip(ProgramColumn.allCases, ProgramCells.cells(program)).map { $0.workbookValue($1) })
    }

    consuming func finish() -> [UInt8] {
        writer.endSheet()
        if let explanation {
            writer.beginSheet(
                explanation.sheet,
                zip(explanation.heads, [26.0, 60, 60, 40]).map { WorkbookWriter.Column($0, width: $1, style: .wrapped) })
            for row in explanation.rows { writer.append(row.map { .text($0) }) }
            writer.endSheet()
        }
        return writer.finish()
    }
}

/// The second sheet of a workbook, in its reader's language.
package struct WorkbookExplanation: Sendable {
    /// The names of both sheets.
    let table: String
    let sheet: String
    /// Column, meaning, what is allowed, an example.
    let heads: [String]
    let rows: [[String]]

    package init(table: String, sheet: String, heads: [String], rows: [[String]]) {
        self.table = table
        self.sheet = sheet
        self.heads = heads
        self.rows = rows
    }
}

extension ProgramColumn {
    var workbookColumn: WorkbookWriter.Column {
        WorkbookWriter.Column(name, width: width, choices: choices ?? [], style: self == .lastConfirmed ? .date : isNumber ? .plain : .text)
    }

    /// The words that alone may stand in the cell; `nil` for anything else.
    package var choices: [String]? {
        switch self {
        case .state: Program.State.allCases.map(\.rawValue)
        case .priorEducation: PriorEducation.allCases.map(\.rawValue)
        case .credential: Credential.allCases.map(\.rawValue)
        case .workIntegrated, .handsOn: ["yes", "no"]
        default: nil
        }
    }

    /// Numbers and days are kept as such, so that a spreadsheet can work with them; whatever is neither stays the text it is.
    func workbookValue(_ cell: String) -> WorkbookWriter.Value {
        if cell.isEmpty { return .blank }
        if isNumber, let number = Double(cell), NumberText.text(number) == cell { return .number(number) }
        if self == .lastConfirmed, let date = CalendarDate(cell), date.description == cell { return .date(date) }
        return .text(GuardedCell.looksGuarded(cell) ? GuardedCell.guarded(cell) : cell)
    }

    private var isNumber: Bool { self == .hours || self == .weeks || self == .sequencePosition }

    private var width: Double {
        switch self {
        case .titleEn, .titleFr, .summaryEn, .summaryFr, .descriptionEn, .descriptionFr, .outcomesEn, .outcomesFr, .offerings: 40
        case .url, .endorsements, .otherTags: 32
        case .hours, .weeks, .state: 11
        default: 20
        }
    }
}
