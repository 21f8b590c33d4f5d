package import HTTPTypes
import Hummingbird
import Portal

/// What can go wrong for a reader, with its HTTP status: the only place where the two meet.
package enum PortalError: Error, Hashable, Sendable {
    case notFound
    /// The key of a sentence that says what was wrong with the request.
    case badRequest(sentence: String)
    case methodNotAllowed(allowed: [HTTPRequest.Method])
    case bodyTooLarge
    /// A form that was not sent from one of the portal's own pages.
    case foreignForm
    /// Somebody who is signed in asks for what is not theirs to see or do.
    case forbidden
    /// Too many wrong codes: the seconds to wait.
    case tooManyTries(seconds: Int)
    /// The database cannot be asked just now: the seconds after which another try may help.
    case unavailable(seconds: Int)
    case unexpected

    package var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .badRequest: .badRequest
        case .methodNotAllowed: .methodNotAllowed
        case .bodyTooLarge: .contentTooLarge
        case .foreignForm, .forbidden: .forbidden
        case .tooManyTries: .tooManyRequests
        case .unavailable: .serviceUnavailable
        case .unexpected: .internalServerError
        }
    }

    /// The key under which the texts hold a title, a sentence and what to try next.
    package var key: String {
        switch self {
        case .notFound: "error.notFound"
        case .badRequest: "error.badRequest"
        case .methodNotAllowed: "error.methodNotAllowed"
        case .bodyTooLarge: "error.bodyTooLarge"
        case .foreignForm: "error.foreignForm"
        case .forbidden: "error.forbidden"
        case .tooManyTries: "error.tooManyTries"
        case .unavailable: "error.unavailable"
        case .unexpected: "error.unexpected"
        }
    }

    /// Whether it is the portal's own trouble, which somebody may want to report.
    package var isOurs: Bool {
        switch self {
        case .unavailable, .unexpected: true
        default: false
        }
    }

    package init(_ error: any Error) {
        if let outage = DatabaseOutage(error) {
            self = .unavailable(seconds: outage.wait)
            return
        }
        switch error {
        case let error as PortalError: self = error
        case let error as any HTTPResponseError where error.status == .notFound: self = .notFound
        case let error as any HTTPResponseError where (400..<500).contains(error.status.code):
            self = .badRequest(sentence: "error.badRequest.generic")
        default: self = .unexpected
        }
    }
}
