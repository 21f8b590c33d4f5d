import Domain
import HTML
import Matching
import Portal

/// Lists of what a comparison found.
struct ImportDetails {
    let view: View
    /// Whether it was written: programs then have pages to lead to.
    let isDone: Bool

    private var t: Texts.Reader { view.t }

    func new(_ programs: [ImportFinding.New], _ h: inout HTMLWriter) {
        h.element("ul", .class("import-list")) { h in
            for program in programs { h.element("li") { heading(program.id, program.reference, program.title, &$0) } }
        }
    }

    /// Column by column: as it was, and as it would be.
    func changed(_ programs: [ImportFinding.Changed], _ h: inout HTMLWriter) {
        h.element("ul", .class("import-list")) { h in
            for program in programs {
                h.element("li") { h in
                    heading(program.id, program.reference, program.title, &h)
                    h.element("dl", .class("import-differences")) { h in
                        for difference in program.differences {
                            h.element("div") { h in
                                h.element("dt", text: ColumnTexts(view).name(difference.column))
                                h.element("dd") { h in
                                    side("imports.before", difference.before, "del", &h)
                                    side("imports.after", difference.after, "ins", &h)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    func notes(_ notes: [ImportFinding.Note], _ h: inout HTMLWriter) {
        h.element("ul", .class("import-list")) { h in
            for note in notes {
                let names = note.codes.map { code in
                    let title = OccupationCode(code).flatMap { view.site.services.catalogue.current.labourMarket.occupation($0)?.title }
                    return [code, title.map { view.written($0) } ?? ""].joined(separator: " ").trimmed
                }
                h.element(
                    "li",
                    text: t(
                        note.isDivided ? "imports.note.divided" : "imports.note.translated",
                        ["row": view.format.number(note.row), "code": note.former, "names": names.joined(separator: "; ")]))
            }
        }
    }

    private func heading(_ id: String, _ reference: String, _ title: LocalizedText, _ h: inout HTMLWriter) {
        h.element("p", .class("import-program")) { h in
            let resolved = title.resolved(view.language)
            let isPublic = isDone && view.site.services.catalogue.current.program(Program.ID(id)) != nil
            if isPublic {
                h.element(
                    "a", .class("row-link"), .href(view.links.program(Program.ID(id))), .lang(resolved.flatMap { view.lang($0.language) }),
                    text: view.written(title))
            } else {
                h.element("strong", .lang(resolved.flatMap { view.lang($0.language) }), text: view.written(title))
            }
            h.element("span", .class("quiet"), text: reference)
        }
    }

    private func side(_ key: String, _ text: String, _ name: StaticString, _ h: inout HTMLWriter) {
        h.element(name) { h in
            h.element("span", .class("visually-hidden"), text: t(key) + " ")
            h.text(text.isEmpty ? t("imports.blank") : text)
        }
    }
}

/// All of one kind, a page at a time.
struct ImportDetailsPage {
    let request: ConsoleRequest
    let job: ImportJob
    let kind: ImportFindingKind
    let lists: Lists
    let number: Int

    private static let size = 50

    /// One page of what there is of a kind.
    struct Lists {
        var new: [ImportFinding.New] = []
        var changed: [ImportFinding.Changed] = []
        var notes: [ImportFinding.Note] = []

        init(_ kind: ImportFindingKind, of job: ImportJob, page: Int, _ imports: ImportDesk) async throws {
            let start = (page - 1) * size
            switch kind {
            case .new: new = try await imports.findings(.new, of: job, from: start, limit: size)
            case .changed: changed = try await imports.findings(.changed, of: job, from: start, limit: size)
            case .note: notes = try await imports.findings(.note, of: job, from: start, limit: size)
            case .error, .missing: break
            }
        }
    }

    private var total: Int {
        let counted = kind == .new ? job.counts.new : kind == .changed ? job.counts.changed : job.counts.notes
        // The first thousand are kept; all are counted.
        return min(counted, ImportPrograms.listing)
    }

    var page: Page {
        let (view, t) = (request.view, request.view.t)
        let id = "\(job.institution.rawValue)/\(job.id.rawValue)"
        let counted = kind == .new ? job.counts.new : kind == .changed ? job.counts.changed : job.counts.notes
        let title = t(kind == .new ? "imports.newTitle" : kind == .changed ? "imports.changedTitle" : "imports.notesTitle", count: counted)
        return request.page(title, route: .consoleImportDetails, id: id, query: request.page.query) { h in
            h.element("p", .class("crumb")) { h in
                h.element("a", .href(view.links.importJob(job.id, at: job.institution)), text: job.fileName)
            }
            h.element("h1", text: title)
            let details = ImportDetails(view: view, isDone: job.state == .done)
            switch kind {
            case .new: details.new(lists.new, &h)
            case .changed: details.changed(lists.changed, &h)
            default: details.notes(lists.notes, &h)
            }
            if counted > total, number * Self.size >= total {
                h.element("p", .class("hint"), text: t("imports.notAllListed", count: counted - total))
            }
            ImportPager(view: view, number: number, pages: (total + Self.size - 1) / Self.size) { page in
                view.links.importPage(
                    .consoleImportDetails, job.id, at: job.institution, [("show", kind.rawValue), ("page", page > 1 ? String(page) : nil)])
            }.write(&h)
        }
    }
}

/// The way to the pages before and after.
struct ImportPager {
    let view: View
    let number: Int
    let pages: Int
    let address: (Int) -> String

    func write(_ h: inout HTMLWriter) {
        guard pages > 1 else { return }
        h.element("nav", .class("import-pages"), Attribute("aria-label", view.t("imports.pages"))) { h in
            if number > 1 {
                h.element("a", .class("button secondary compact"), .href(address(number - 1)), text: view.t("imports.previous"))
            }
            h.element(
                "span", text: view.t("imports.pageOf", ["page": view.format.number(number), "pages": view.format.number(pages)]))
            if number < pages {
                h.element("a", .class("button secondary compact"), .href(address(number + 1)), text: view.t("imports.next"))
            }
        }
    }
}
