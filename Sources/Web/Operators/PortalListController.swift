import Domain
import HTML
import HTTPTypes
import Hummingbird
import Matching
import NIOCore
import Portal

/// The ready-made lists, for those who run the portal.
struct PortalListController {
    let site: Site
    let operating: OperatingServices

    func addRoutes(to routes: PortalRoutes) {
        let need = ConsoleNeed.portal(.managePortal)
        routes.console(.consoleLists, need, get: { .page(PortalListPages(request: $0).list(operating.lists.all), in: $0.view) }, post: act)
        routes.console(
            .consoleNewList, need, body: .longFields(bytes: Request.largestText),
            get: { .page(PortalListPages(request: $0).form(nil, ListFields()), in: $0.view) }, post: create)
        routes.console(.consoleList, need, body: .longFields(bytes: Request.largestText), get: show, post: change)
    }

    private func find(_ request: ConsoleRequest) throws -> OperatedList {
        guard let list = operating.lists.list(CuratedList.ID(request.page.id)) else { throw PortalError.notFound }
        return list
    }

    /// One of the buttons of the list of lists.
    private func act(_ request: ConsoleRequest) async throws -> Response {
        let (id, act) = (CuratedList.ID(request.page.field("list")), request.page.field("act"))
        let lists = operating.lists
        return try await request.act(
            then: request.links.path(.consoleLists) + "?notice=changed",
            again: { _ in PortalListPages(request: request).list(lists.all) }
        ) {
            switch act {
            case "up": try await lists.move(id, up: true, by: request.person)
            case "down": try await lists.move(id, up: false, by: request.person)
            case "publish": try await lists.show(id, true, by: request.person)
            case "unpublish": try await lists.show(id, false, by: request.person)
            default: throw PortalError.badRequest(sentence: "error.badRequest.generic")
            }
        }
    }

    private func create(_ request: ConsoleRequest) async throws -> Response {
        let fields = ListFields(request)
        if request.page.field("act") == "preview" { return preview(request, nil, fields) }
        var id = CuratedList.ID("")
        return try await request.act(
            then: request.links.path(.consoleList, id: id.rawValue) + "?notice=listMade",
            again: { PortalListPages(request: request).form(nil, fields, problems: $0) }
        ) { id = try await operating.lists.create(fields, by: request.person) }
    }

    private func show(_ request: ConsoleRequest) throws -> Response {
        let list = try find(request)
        var fields = ListFields(list.list)
        if list.list.basis == .search {
            fields.searchText = ListWords(view: request.view, catalogue: site.services.catalogue.current).search(list.list)
        }
        return .page(PortalListPages(request: request).form(list, fields), in: request.view)
    }

    private func change(_ request: ConsoleRequest) async throws -> Response {
        let list = try find(request)
        let fields = ListFields(request)
        let act = request.page.field("act")
        if act == "preview" { return preview(request, list, fields) }
        let back = act == "erase" ? request.links.path(.consoleLists) : request.links.path(.consoleList, id: list.list.id.rawValue)
        return try await request.act(
            then: back + "?notice=changed", again: { PortalListPages(request: request).form(list, fields, problems: $0) }
        ) {
            if act == "erase" {
                try await operating.lists.erase(list.list.id, by: request.person)
            } else {
                try await operating.lists.change(list.list.id, to: fields, by: request.person)
            }
        }
    }

    /// What the list would hold, below the form; nothing is kept.
    private func preview(_ request: ConsoleRequest, _ list: OperatedList?, _ fields: ListFields) -> Response {
        let pages = PortalListPages(request: request)
        do {
            let trial = try operating.lists.trial(fields, of: list?.list.id)
            return .page(pages.form(list, fields, trial: trial), in: request.view)
        } catch OperatingError.fields(let problems) {
            return .page(pages.form(list, fields, problems: FormProblems(problems, request.view)), in: request.view, status: .badRequest)
        } catch {
            return .page(pages.form(list, fields), in: request.view, status: .badRequest)
        }
    }
}

extension ListFields {
    init(_ request: ConsoleRequest) {
        self.init()
        let page = request.page
        title = page.bilingual("title", most: 200)
        slug = page.bilingual("slug", most: 60)
        forLearners = page.bilingual("learners")
        forEmployers = page.bilingual("employers")
        readers = Set(page.fieldValues("readers").compactMap { CuratedList.Reader(rawValue: $0) })
        basis = page.field("basis")
        industries = page.longField("industries", most: 1_000)
        acceptsInferred = !page.field("inferred").isEmpty
        minimumOutlook = page.field("outlook")
        minimumCompleteness = page.field("completeness")
        searchText = page.longField("search", most: 2_000)
        search = Self.search(searchText, request)
        pinned = page.longField("pinned", most: 40_000)
        excluded = page.longField("excluded", most: 40_000)
    }

    /// What an address of the search asks for, read by the search's own reader; `nil` where a part of it means nothing.
    private static func search(_ text: String, _ request: ConsoleRequest) -> CuratedList.Search? {
        guard !text.isEmpty else { return CuratedList.Search() }
        let query = text.split(separator: "?", maxSplits: 1).last.map(String.init) ?? ""
        guard text.contains("="), query.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
            // Words alone.
            return text.contains("=") || text.contains("/") ? nil : CuratedList.Search(text: text)
        }
        var head = request.page.request.head
        head.path = "/?" + query
        let form = SearchForm(
            Request(head: head, body: RequestBody(buffer: ByteBuffer())).formParameters, language: request.view.language,
            labourMarket: request.view.site.services.catalogue.current.labourMarket)
        // Nearness and order belong to a person's search, not to a list.
        return form.problems.isEmpty ? CuratedList.Search(form.query) : nil
    }
}
