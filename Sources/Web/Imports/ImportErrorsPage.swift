import Domain
import HTML
import Portal

/// Mistakes of a file, cell by cell, to be corrected on the screen: only the cells that are wrong, with what stands in them.
struct ImportErrorsPage {
    let request: ConsoleRequest
    let job: ImportJob
    let all: [ImportFinding.ErrorRow]
    let number: Int

    private static let rowsAtOnce = 20
    /// What one form carries of long texts, before it is written as a form writes it.
    private static let charactersAtOnce = 200_000
    private static let prefix = "cell."

    private var view: View { request.view }
    private var t: Texts.Reader { request.view.t }

    var page: Page {
        let pages = pages
        let number = min(number, max(1, pages.count))
        let id = "\(job.institution.rawValue)/\(job.id.rawValue)"
        let address = { (page: Int) in
            view.links.importPage(.consoleImportErrors, job.id, at: job.institution, [("page", page > 1 ? String(page) : nil)])
        }
        return request.page(t("imports.correct.title"), route: .consoleImportErrors, id: id, query: request.page.query) { h in
            h.element("p", .class("crumb")) { h in
                h.element("a", .href(view.links.importJob(job.id, at: job.institution)), text: job.fileName)
            }
            h.element("h1", text: t("imports.correct.title"))
            h.element("p", .class("lead"), text: t("imports.correct.lead", count: job.counts.errorRows))
            h.element("form", .class("import-corrections"), .action(address(1)), Attribute("method", "post")) { h in
                for row in pages.isEmpty ? [] : pages[number - 1] { write(row, &h) }
                h.element("div", .class("form-buttons sticky-buttons")) { h in
                    h.element("button", .class("button"), .type("submit"), text: t("imports.correct.submit"))
                    h.element(
                        "a", .class("button secondary"), .href(view.links.importJob(job.id, at: job.institution)),
                        text: t("imports.correct.back"))
                }
            }
            ImportPager(view: view, number: number, pages: pages.count, address: address).write(&h)
        }
    }

    /// Rows that have a cell to correct, in pages that a form can carry.
    private var pages: [[ImportFinding.ErrorRow]] {
        var pages: [[ImportFinding.ErrorRow]] = []
        var size = 0
        for row in all where row.row != nil && !row.cells.isEmpty {
            let length = row.cells.values.reduce(0) { $0 + $1.utf8.count }
            if pages.isEmpty || pages[pages.count - 1].count == Self.rowsAtOnce || size + length > Self.charactersAtOnce {
                pages.append([])
                size = 0
            }
            pages[pages.count - 1].append(row)
            size += length
        }
        return pages
    }

    private func write(_ row: ImportFinding.ErrorRow, _ h: inout HTMLWriter) {
        guard let number = row.row else { return }
        h.element("fieldset", .class("import-row")) { h in
            h.element("legend") { h in
                h.element("span", .class("import-row-number"), text: t("imports.correct.row", ["row": String(number)]))
                let title = row.title.resolved(view.language)
                h.element(
                    "span", .lang(title.flatMap { view.lang($0.language) }),
                    text: [row.reference, view.written(row.title)].filter { !$0.isEmpty }.joined(separator: " · "))
            }
            let columns = ProgramColumn.allCases.filter { row.cells[$0.name] != nil }
            for column in columns {
                field(column, row.cells[column.name] ?? "", row.errors.filter { $0.column == column.name }, row: number, &h)
            }
            // What is wrong with the row and with none of its cells.
            for error in row.errors where error.column.flatMap({ ProgramColumn(name: $0) }) == nil {
                h.element("p", .class("field-error"), text: ImportErrorText(view).sentence(error))
            }
        }
    }

    private func field(_ column: ProgramColumn, _ text: String, _ errors: [ImportError], row: Int, _ h: inout HTMLWriter) {
        let id = "\(Self.prefix)\(row).\(column.name)"
        let texts = ColumnTexts(view)
        let allowed = texts.allowed(column.name)
        let described = "\(id)-error" + (allowed.isEmpty ? "" : " \(id)-hint")
        let attributes = [Attribute("aria-invalid", "true"), Attribute("aria-describedby", described)]
        h.element("div", .class("form-field")) { h in
            h.element("label", .for(id)) { h in
                h.text(texts.name(column.name) + " ")
                h.element("code", text: column.name)
            }
            h.element(
                "p", .class("field-error"), .id("\(id)-error"),
                text: errors.map { ImportErrorText(view).sentence($0) }.joined(separator: " "))
            if !allowed.isEmpty { h.element("p", .class("hint"), .id("\(id)-hint"), text: allowed) }
            if let choices = column.choices {
                h.element("select", .id(id), .name(id), attributes[0], attributes[1]) { h in
                    if !choices.contains(text) {
                        h.element("option", .value(text), .flag("selected"), text: text.isEmpty ? t("imports.blank") : text)
                    }
                    for choice in choices { h.element("option", .value(choice), .flag("selected", if: choice == text), text: choice) }
                }
            } else if column.isLong || text.utf8.contains(0x0A) || text.utf8.count > 120 {
                h.element(
                    "textarea", .id(id), .name(id), Attribute("rows", String(min(12, max(3, text.utf8.count { $0 == 0x0A } + 2)))),
                    Attribute("spellcheck", "false"), attributes[0], attributes[1]
                ) { h in
                    // A browser takes the first line end of a text area away.
                    h.text("\n" + text)
                }
            } else {
                h.void(
                    "input", .type("text"), .id(id), .name(id), .value(text), Attribute("autocomplete", "off"), attributes[0], attributes[1]
                )
            }
        }
    }

    /// What the form sent: cells by row and column. What is neither is passed over.
    static func cells(_ request: PageRequest) -> [(row: Int, column: String, text: String)] {
        request.fields.compactMap { name, value in
            guard name.hasPrefix(prefix) else { return nil }
            let parts = name.dropFirst(prefix.count).split(separator: ".", maxSplits: 1)
            guard parts.count == 2, let row = Int(parts[0]), (1...2_000_000).contains(row), ProgramColumn(name: String(parts[1])) != nil
            else {
                return nil
            }
            // Forms send a line end as two characters.
            let text = value.replacing("\r\n", with: "\n").replacing("\u{0}", with: "")
            return (row, String(parts[1]), String(text.prefix(100_000)))
        }
    }
}

extension ProgramColumn {
    /// Whether its text usually takes more than a line.
    fileprivate var isLong: Bool {
        switch self {
        case .descriptionEn, .descriptionFr, .outcomesEn, .outcomesFr, .endorsements, .offerings, .otherTags: true
        default: false
        }
    }
}
