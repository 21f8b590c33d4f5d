import Domain
import HTML
import Hummingbird
import Markdown
import Portal

/// Pages that operators write in Markdown.
struct PortalPageController {
    let site: Site
    let operating: OperatingServices
    let accounts: AccountServices

    func addRoutes(to routes: PortalRoutes) {
        let need = ConsoleNeed.portal(.managePortal)
        routes.console(.consolePages, need, get: { .page(PortalPagePages(request: $0).list(operating.pages), in: $0.view) }, post: begin)
        routes.console(.consolePage, need, body: .longFields(bytes: Request.largestText), get: show, post: change)
    }

    /// A further page: only its key, so far. It is there when its first text is published.
    private func begin(_ request: ConsoleRequest) async throws -> Response {
        var key = ""
        return try await request.act(
            then: request.links.path(.consolePage, id: "\(key)/\(request.view.language.rawValue)"),
            again: { PortalPagePages(request: request).list(operating.pages, problems: $0) }
        ) { key = try operating.pages.key(request.page.field("key")) }
    }

    /// The page and the language of the path.
    private func find(_ request: ConsoleRequest) throws -> PageText {
        let key = request.page.id
        guard let language = Language(rawValue: request.page.component("language")), PageText.isKey(key) else { throw PortalError.notFound }
        return PageText(key: key, language: language)
    }

    private func show(_ request: ConsoleRequest) async throws -> Response {
        let text = try find(request)
        return .page(try await page(request, text, typed: nil, FormProblems()), in: request.view)
    }

    private func page(
        _ request: ConsoleRequest, _ text: PageText, typed: ManagePages.Text?, isPreview: Bool = false, _ problems: FormProblems
    ) async throws -> Page {
        let versions = try await operating.pages.versions(text.key, text.language)
        let authors = Set(versions.compactMap { if case .account(let id) = $0.actor { id } else { nil } })
        let asked = Int(request.page.text("version")).flatMap { number in versions.first { $0.number == number } }
        let start = asked ?? versions.first { !$0.content.isEmpty }
        let shown =
            typed ?? start.map { ManagePages.Text(title: $0.title, content: $0.content) }
            ?? text.standardText(request.view.site)
        return PortalPagePages(request: request).page(
            text, typed: shown, isPreview: isPreview, versions: versions, names: try await accounts.staff.names(of: authors),
            problems: problems)
    }

    private func change(_ request: ConsoleRequest) async throws -> Response {
        let text = try find(request)
        let typed = ManagePages.Text(
            title: request.page.field("title"), content: request.page.longField("content", most: ManagePages.longest))
        let seen = Int(request.page.field("seen")) ?? 0
        let act = request.page.field("act")
        var problems = operating.pages.problems(typed)
        for problem in MarkdownText(typed.content).problems {
            switch problem {
            case .link(let address): problems.append(OperatingProblem("content", "pageLink", ["address": String(address.prefix(80))]))
            case .image: problems.append(OperatingProblem("content", "pageImage"))
            case .html: problems.append(OperatingProblem("content", "pageHTML"))
            case .tooDeep: problems.append(OperatingProblem("content", "pageTooDeep"))
            }
        }
        if act == "preview" || (act == "publish" && !problems.isEmpty) {
            let found = FormProblems(problems, request.view)
            return .page(
                try await page(request, text, typed: typed, isPreview: act == "preview", found), in: request.view,
                status: problems.isEmpty ? .ok : .badRequest)
        }
        return try await request.act(
            then: request.links.path(.consolePage, id: text.id) + "?notice=\(act == "publish" ? "pagePublished" : "pageTakenBack")",
            again: { try await page(request, text, typed: typed, $0) }
        ) {
            switch act {
            case "publish": try await operating.pages.publish(text.key, text.language, typed, seen: seen, by: request.person)
            case "take-back": try await operating.pages.takeBack(text.key, text.language, seen: seen, by: request.person)
            default: throw PortalError.badRequest(sentence: "error.badRequest.generic")
            }
        }
    }
}

/// One page in one language.
struct PageText {
    let key: String
    let language: Language

    var id: String { "\(key)/\(language.rawValue)" }
    var isStanding: Bool { PageVersion.standing.contains(key) }

    static func isKey(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 60
            && text.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || $0 == UInt8(ascii: "-")
            }
    }

    /// The public's page.
    var route: PageRoute {
        switch key {
        case "privacy": .privacy
        case "terms": .terms
        case "accessibility": .accessibility
        default: .portalPage
        }
    }

    /// The words the portal came with, as Markdown to begin from.
    func standardText(_ site: Site) -> ManagePages.Text {
        guard isStanding else { return ManagePages.Text(title: "", content: "") }
        let t = site.texts(language)
        var parts = [t("\(key).lead")]
        var section = 1
        while t.has("\(key).\(section).title") {
            parts.append("## " + t("\(key).\(section).title"))
            parts += t("\(key).\(section).text").split(separator: "\n").map(String.init)
            section += 1
        }
        return ManagePages.Text(title: t("\(key).title"), content: parts.joined(separator: "\n\n"))
    }
}
