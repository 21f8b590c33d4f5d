import Foundation
package import Hummingbird

/// An RFC 9457 problem: what the API answers when it cannot.
package struct Problem {
    private let failure: PortalError
    private let view: View
    private let number: String?

    /// - Parameter number: the request's, for failures that somebody may report; an extension member named `request`.
    package init(_ failure: PortalError, view: View, number: String? = nil) {
        self.failure = failure
        self.view = view
        self.number = number
    }

    private struct Body: Encodable {
        let type = "about:blank"
        let title: String
        let status: Int
        let detail: String
        let request: String?
    }

    package var response: Response {
        var detail = view.t("\(failure.key).sentence")
        if case .badRequest(let sentence) = failure { detail = view.t(sentence) }
        let body = Body(title: view.t("\(failure.key).title"), status: failure.status.code, detail: detail, request: number)
        // A body of plain strings and a number always encodes.
        let bytes = (try? JSONEncoder().encode(body)).map(Array.init) ?? []
        return .bytes(bytes, type: "application/problem+json", status: failure.status)
    }
}
