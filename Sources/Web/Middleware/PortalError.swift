package import HTTPTypes
import Hummingbird

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
    /// Nothing is wrong, and there is too much to do at this moment.
    case busy
    /// Too many wrong codes: the seconds to wait.
    case tooManyTries(seconds: Int)
    case unexpected

    package var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .badRequest: .badRequest
        case .methodNotAllowed: .methodNotAllowed
        case .bodyTooLarge: .contentTooLarge
        case .foreignForm, .forbidden: .forbidden
        case .busy: .serviceUnavailable
        case .tooManyTries: .tooManyRequests
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
        case .busy: "error.busy"
        case .tooManyTries: "error.tooManyTries"
        case .unexpected: "error.unexpected"
        }
    }

    init(_ error: any Error) {
        switch error {
        case let error as PortalError: self = error
        case let error as any HTTPResponseError where error.status == .notFound: self = .notFound
        case let error as any HTTPResponseError where (400..<500).contains(error.status.code):
            self = .badRequest(sentence: "error.badRequest.generic")
        default: self = .unexpected
        }
    }
}
