import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Portal

/// Where a mail service hands over what came in: the whole message, under a secret of the operator's.
struct MailAPI {
    let site: Site
    let receive: ReceiveReply
    let secret: String

    func addRoutes(to routes: PortalRoutes) {
        routes.machine("/api/v1/mail", bodyLimit: ReceiveReply.largest, [.post: { try await take($0, $1) }])
    }

    private func take(_ request: Request, _ context: PortalContext) async throws -> Response {
        guard let given = request.headers[.authorization], ReceiveReply.isSecret(given, "Bearer \(secret)") else {
            var response = answer(.unauthorized, "unauthorized")
            response.headers[.wwwAuthenticate] = "Bearer realm=\"mail\""
            return response
        }
        let bytes: [UInt8]
        do { bytes = Array(try await request.body.collect(upTo: ReceiveReply.largest).readableBytesView) } catch {
            throw PortalError.bodyTooLarge
        }
        let recipient = request.formParameters["recipient"].flatMap { EmailAddress(String($0.prefix(300))) }
        let outcome = try await receive(bytes, envelope: recipient)
        switch outcome {
        case .unknown: return answer(.notFound, outcome.rawValue)
        case .notAMessage: return answer(.badRequest, outcome.rawValue)
        case .tooLarge: return answer(.contentTooLarge, outcome.rawValue)
        // Nothing the service could do better: it need not try again.
        case .recorded, .again, .empty, .loop, .tooMany, .automatic: return answer(.ok, outcome.rawValue)
        }
    }

    private func answer(_ status: HTTPResponse.Status, _ outcome: String) -> Response {
        .bytes(Array("{\"outcome\":\"\(outcome)\"}".utf8), type: "application/json", status: status, cache: "no-store")
    }
}
