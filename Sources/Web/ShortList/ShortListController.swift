import Domain
import HTTPTypes
import Hummingbird
import Matching
import Portal

/// The short list, its paper, and the comparison. Everything they show stands in their address: the portal keeps no list.
struct ShortListController {
    let site: Site

    /// Programs offered to be added, for the words typed.
    private static let found = 6

    private var services: PortalServices { site.services }

    func addRoutes(to routes: PortalRoutes) {
        routes.page(.shortList, shortList)
        routes.page(.shortListPrint, paper)
        routes.page(.compare, compare)
    }

    private func shortList(_ request: PageRequest) -> Response {
        let view = request.view
        let catalogue = services.catalogue.current
        let asked = ShortListRequest(request, catalogue: catalogue)
        if let added = request.parameters["add"] {
            // One address for one list, whatever the way there. The fifty-first stays in the address, so that the page can say so.
            var codes = ProgramCodes(asked.codes.ids)
            if let id = ProgramCodes.id(added) { codes.add(id) }
            return .redirect(to: view.links.shortList(codes), status: .seeOther)
        }
        let words = request.text("q")
        let found = words.isEmpty ? nil : services.findPrograms(ProgramQuery(text: words, language: view.language, limit: Self.found))
        if let found {
            services.measure.record(
                .search(ProgramQuery(text: words, language: view.language), total: found.total), language: view.language,
                from: request.visitor)
            services.measure.record(.impressions(found.hits.map(\.program)), language: view.language, from: request.visitor)
        }
        let page = ShortListPage(view: view, catalogue: catalogue, asked: asked, words: words, found: found)
        return .page(page.page, in: view, status: status(asked))
    }

    private func paper(_ request: PageRequest) -> Response {
        let catalogue = services.catalogue.current
        let asked = ShortListRequest(request, catalogue: catalogue)
        let page = ShortListPaper(view: request.view, catalogue: catalogue, asked: asked)
        return .page(page.page, in: request.view, status: status(asked))
    }

    private func compare(_ request: PageRequest) -> Response {
        let view = request.view
        let catalogue = services.catalogue.current
        let list = ProgramCodes(reading: request.parameters["list"] ?? "", most: ShortListRequest.most)
        let ticked = request.parameters.getAll("program").compactMap { ProgramCodes.id($0) }
        guard ticked.isEmpty else {
            return .redirect(to: view.links.compare(ProgramCodes(ticked), list: list), status: .seeOther)
        }
        let asked = ShortListRequest(request, most: ShortListRequest.mostCompared, catalogue: catalogue)
        let page = ComparePage(
            view: view, catalogue: catalogue, asked: asked, list: list, onlyDifferences: request.text("show") == "differences")
        return .page(page.page, in: view, status: status(asked))
    }

    /// A list that has grown too long, or lost a program, is nobody's error; an address that is none is.
    private func status(_ asked: ShortListRequest) -> HTTPResponse.Status { asked.codes.unreadable > 0 ? .badRequest : .ok }
}
