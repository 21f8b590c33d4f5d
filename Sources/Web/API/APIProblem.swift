import HTTPTypes
import Hummingbird
import Portal

/// RFC 9457 problems of the interface that institutions write to: with the mistakes of each program, by its place and its field.
struct APIProblem {
    let view: View

    func response(
        _ status: HTTPResponse.Status, _ key: String, errors: [ImportError] = [], count: Int = 0
    ) -> Response {
        let text = ImportErrorText(view)
        let list = errors.map { error in
            JSONValue.object([
                ("index", error.row.map { JSONValue.integer($0 - 1) }), ("field", .text(error.column)),
                ("item", error.item.map { JSONValue.integer($0 - 1) }),
                ("detail", .string(text.sentence(error))),
            ])
        }
        let json = JSONValue.object([
            ("type", .string("about:blank")), ("title", .string(view.t("push.\(key).title"))), ("status", .integer(status.code)),
            ("detail", .string(view.t("push.\(key).detail"))), ("errors", errors.isEmpty ? nil : .array(list)),
            ("errorCount", errors.isEmpty ? nil : .integer(count)),
        ])
        return .bytes(json.bytes, type: "application/problem+json", status: status, cache: "no-store")
    }

    var unauthorized: Response {
        var response = response(.unauthorized, "unauthorized")
        response.headers[.wwwAuthenticate] = "Bearer realm=\"programs\""
        return response
    }

    func tooFast(_ seconds: Int) -> Response {
        var response = response(.tooManyRequests, "tooFast")
        response.headers[.retryAfter] = String(seconds)
        return response
    }

    func response(to refusal: PushPrograms.Refusal) -> Response {
        switch refusal {
        case .mistakes(let errors, let count): response(.unprocessableContent, "mistakes", errors: errors, count: count)
        case .otherReference: response(.unprocessableContent, "otherReference")
        case .tooMany: response(.contentTooLarge, "tooMany")
        case .precondition: response(.preconditionFailed, "precondition")
        case .notFound: response(.notFound, "notFound")
        case .notAllowed: response(.forbidden, "scope")
        }
    }
}
