import Domain
import Hummingbird
import Matching
import Portal

/// Ready-made lists: all of them, one, and its feed.
struct ListController {
    let site: Site
    private let history = FeedHistory()

    init(site: Site) { self.site = site }

    private var services: PortalServices { site.services }

    func addRoutes(to routes: PortalRoutes) {
        routes.page(.lists) { request in
            let page = ListsPage(
                view: request.view, catalogue: services.catalogue.current, lists: services.lists.all.map { services.lists($0) })
            return .page(page.page, in: request.view)
        }
        routes.page(.list, list)
        routes.page(.listFeed, feed)
    }

    private func list(_ request: PageRequest) throws -> Response {
        let view = request.view
        let (list, slug) = try named(request)
        guard slug == request.id else { return .redirect(to: view.links.list(slug) + request.query, status: .movedPermanently) }
        let catalogue = services.catalogue.current
        let page = ListPage(
            view: view, catalogue: catalogue, list: services.lists(list), reader: ListReader(request, of: list),
            showsMore: request.text("show") == "more")
        services.measure.record(.impressions(page.shown.map(\.program)), language: view.language, from: request.visitor)
        return .page(page.page, in: view)
    }

    private func feed(_ request: PageRequest) throws -> Response {
        let view = request.view
        let (list, slug) = try named(request)
        guard slug == request.id else { return .redirect(to: view.links.listFeed(slug), status: .movedPermanently) }
        let feed = ListFeed(view: view, catalogue: services.catalogue.current, list: services.lists(list))
        return history.answer(feed.bytes, key: "\(list.id)/\(view.language)", to: request.request)
    }

    /// The list, and its name in the language of the page: a name of the other language leads there.
    private func named(_ request: PageRequest) throws -> (CuratedList, slug: String) {
        guard let list = services.lists.list(named: request.id) else { throw PortalError.notFound }
        return (list, list.slug.text(request.view.language))
    }
}

/// Whom a list is read by: the same programs, in other words.
enum ListReader: String, CaseIterable {
    case learners, employers

    /// Whom the address names, where the list is for them.
    init(_ request: PageRequest, of list: CuratedList) {
        let asked = ListReader(rawValue: request.text("for")) ?? .learners
        let readers = Self.allCases.filter { list.readers.contains($0.reader) }
        self = readers.contains(asked) ? asked : readers.first ?? .learners
    }

    var reader: CuratedList.Reader {
        switch self {
        case .learners: .learners
        case .employers: .employers
        }
    }
}
