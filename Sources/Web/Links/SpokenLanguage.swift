import Domain
import Hummingbird
import Portal

extension PageRequest {
    /// The way to the same page in a language that is on, where this one is off; `nil` where there is nothing to do. For a while only: the language
    /// may be put on again.
    func inSpokenLanguage(_ route: PageRoute) -> Response? {
        let spoken = view.site.services.settings.languages
        guard !spoken.contains(view.language), !route.isBehindSignIn, let other = spoken.first else { return nil }
        let names = route.pattern(view.language).split(separator: "/").filter { $0.hasPrefix("{") }.map {
            String($0.dropFirst().dropLast())
        }
        let id = names.map(component).joined(separator: "/")
        return .redirect(to: Links(other).path(route, id: id) + query, status: .found)
    }
}
