import Domain
import Portal

/// What is wrong with a table of programs, as a sentence in the reader's language.
struct ImportErrorText: Sendable {
    private let view: View

    init(_ view: View) { self.view = view }

    /// Without row and column, which stand beside it.
    func sentence(_ error: ImportError) -> String {
        let sentence = sentence(error.reason)
        guard let item = error.item else { return sentence }
        return view.t("imports.error.line", ["line": view.format.number(item), "sentence": sentence])
    }

    /// With the column, for a list that has no columns.
    func withColumn(_ error: ImportError) -> String {
        guard let column = error.column else { return sentence(error) }
        return view.t("imports.error.column", ["column": column, "sentence": sentence(error)])
    }

    private func sentence(_ reason: ImportError.Reason) -> String {
        let t = view.t
        switch reason {
        case .unreadable(_, let problem): return sentence(problem)
        case .formula: return t("imports.error.formula")
        case .failedCell(let text): return t("imports.error.failedCell", ["value": quoted(text)])
        case .cellWithoutColumn: return t("imports.error.cellWithoutColumn")
        case .missingColumns(let names): return t("imports.error.missingColumns", ["names": list(names)])
        case .unknownColumns(let names): return t("imports.error.unknownColumns", ["names": list(names)])
        case .missing: return t("imports.error.missing")
        case .wrongType(let shape): return t("imports.error.wrongType", ["shape": t("imports.shape.\(shape)")])
        case .notOneOf(let value, let choices): return t("imports.error.notOneOf", ["value": quoted(value), "choices": list(choices)])
        case .notANumber(let value): return t("imports.error.notANumber", ["value": quoted(value)])
        case .notADate(let value): return t("imports.error.notADate", ["value": quoted(value)])
        case .notYesOrNo(let value): return t("imports.error.notYesOrNo", ["value": quoted(value)])
        case .notAWebAddress(let value): return t("imports.error.notAWebAddress", ["value": quoted(value)])
        case .notACIPCode(let value): return t("imports.error.notACIPCode", ["value": quoted(value)])
        case .tooLong(let limit): return t("imports.error.tooLong", count: limit)
        case .tooMany(let limit): return t("imports.error.tooMany", count: limit)
        case .controlCharacter: return t("imports.error.controlCharacter")
        case .unknownCode(let code, let kind): return t("imports.error.unknownCode.\(kind.rawValue)", ["value": quoted(code)])
        case .unknownInstitution(let id): return t("imports.error.unknownInstitution", ["value": quoted(id)])
        case .otherInstitution(let id, let own): return t("imports.error.otherInstitution", ["value": quoted(id), "own": quoted(own)])
        case .offeringParts(let count): return t("imports.error.offeringParts", count: count)
        case .notASchedule(let value): return t("imports.error.notASchedule", ["value": quoted(value)])
        case .endsBeforeStart(let value): return t("imports.error.endsBeforeStart", ["value": quoted(value)])
        case .notAPrice(let value): return t("imports.error.notAPrice", ["value": quoted(value)])
        case .notAPlace(let value): return t("imports.error.notAPlace", ["value": quoted(value)])
        case .badTag: return t("imports.error.badTag")
        case .halfASequence: return t("imports.error.halfASequence")
        case .studentAidLength: return t("imports.error.studentAidLength")
        case .duplicate(let row): return t("imports.error.duplicate", ["row": view.format.number(row)])
        case .identifierTaken(let id): return t("imports.error.identifierTaken", ["value": quoted(id)])
        case .identifierDiffers(let stored): return t("imports.error.identifierDiffers", ["value": quoted(stored)])
        case .badIdentifier(let id): return t("imports.error.badIdentifier", ["value": quoted(id)])
        case .changedSince: return t("imports.error.changedSince")
        }
    }

    private func sentence(_ problem: TableProblem) -> String {
        let t = view.t
        switch problem {
        case .cellCount(let found, let expected):
            return t("imports.file.cellCount", ["found": view.format.number(found), "expected": view.format.number(expected)])
        case .json(let line): return t("imports.file.json", ["line": view.format.number(line)])
        case .workbook(let problem): return t("imports.file.workbook.\(problem)")
        case .empty: return t("imports.file.empty")
        case .columnTwice: return t("imports.file.columnTwice")
        case .unclosedQuote: return t("imports.file.unclosedQuote")
        case .textAfterQuote: return t("imports.file.textAfterQuote")
        case .rowTooLong: return t("imports.file.rowTooLong")
        case .notText: return t("imports.file.notText")
        case .other: return t("imports.file.unreadable")
        }
    }

    private func quoted(_ value: String) -> String {
        let short = value.count > 60 ? value.prefix(60) + "…" : value[...]
        return view.language == .fr ? "«\u{A0}\(short)\u{A0}»" : "“\(short)”"
    }

    private func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
