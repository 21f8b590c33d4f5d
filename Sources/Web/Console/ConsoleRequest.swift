package import Domain
package import HTML
import Hummingbird
package import Portal

/// A request of somebody who is signed in and may come here: the route's need was met before the handler sees it.
package struct ConsoleRequest: Sendable {
    package let page: PageRequest
    package let person: SignedIn
    /// The institution of the path; `nil` on routes that belong to none.
    package let institution: Institution?

    package var view: View { page.view }
    package var links: Links { page.view.links }

    /// For what only some of those who may come here may do.
    /// - Throws: `PortalError.forbidden`.
    package func require(_ permission: Permission) throws {
        guard may(permission) else { throw PortalError.forbidden }
    }

    package func may(_ permission: Permission) -> Bool {
        person.may(permission, at: permission.isOfInstitution ? institution?.id : nil)
    }

    /// What stands around the page.
    package var frame: ConsoleFrame { ConsoleFrame(person: person, institution: institution) }

    /// A page of the console, with its frame.
    package func page(
        _ title: String, route: PageRoute, id: String = "", query: String = "", main: @escaping (inout HTMLWriter) -> Void
    ) -> Page {
        var page = Page(title: title, route: route, id: id, query: query, isIndexed: false, main: main)
        page.console = frame
        return page
    }
}
