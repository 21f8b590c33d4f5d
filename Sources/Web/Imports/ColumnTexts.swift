import Portal

/// What the columns of the table of programs mean, in the reader's language.
struct ColumnTexts {
    private let view: View

    init(_ view: View) { self.view = view }

    /// A short name, as one would say it.
    func name(_ column: String) -> String {
        let key = "columns.name.\(column)"
        return view.t.has(key) ? view.t(key) : column
    }

    func allowed(_ column: String) -> String {
        let key = "columns.allowed.\(column)"
        return view.t.has(key) ? view.t(key) : ""
    }

    /// The second sheet of a workbook.
    var explanation: WorkbookExplanation {
        let t = view.t
        return WorkbookExplanation(
            table: t("imports.sheet"), sheet: t("columns.sheet"),
            heads: [t("columns.head.column"), t("columns.head.meaning"), t("columns.head.allowed"), t("columns.head.example")],
            rows: ProgramColumn.allCases.map { column in
                let example = "columns.example.\(column.name)"
                let choices = column.choices.map { $0.joined(separator: ", ") + ". " } ?? ""
                return [column.name, name(column.name), choices + allowed(column.name), t.has(example) ? t(example) : ""]
            })
    }
}
