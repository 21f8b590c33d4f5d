import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Matching
import NIOCore
import Portal

/// Programs as an institution's own systems write them, with a key; and the published ones as anybody reads them.
///
/// A cookie opens nothing here: whoever shows no key is the public.
struct InstitutionAPI {
    let site: Site
    let exchange: ExchangeServices
    /// Bytes.
    let maximumBody: Int

    func addRoutes(to routes: PortalRoutes) {
        routes.machine(
            "/api/v1/institutions/{id}/programs", bodyLimit: maximumBody,
            [
                .get: { try await answer($0, $1, reads, list) }, .post: { try await answer($0, $1, writes, batch) },
                .options: { _, _ in preflight },
            ])
        if let referrals = site.services.referrals {
            routes.machine(
                "/api/v1/institutions/{id}/figures",
                [.get: { try await answer($0, $1, writesOrReads) { try await figures($0, referrals) } }])
        }
        routes.machine(
            "/api/v1/institutions/{id}/programs/{reference}",
            [
                .get: { try await answer($0, $1, writesOrReads, one) }, .put: { try await answer($0, $1, writes, put) },
                .delete: { try await answer($0, $1, writes, archive) },
            ])
    }

    /// What is asked, by whom, for which institution.
    private struct Asked {
        let request: Request
        let context: PortalContext
        let view: View
        let institution: Institution.ID
        let key: InstitutionKey?

        var reference: String { context.parameters.get("reference")?.removingPercentEncoding ?? "" }
    }

    // MARK: - The door

    private enum Need { case anybody, key, writing }
    private var reads: Need { .anybody }
    private var writesOrReads: Need { .key }
    private var writes: Need { .writing }

    private func answer(
        _ request: Request, _ context: PortalContext, _ need: Need, _ handle: (Asked) async throws -> Response
    ) async throws -> Response {
        let view = site.view(RequestLanguage.ofParameter(request) ?? RequestLanguage.preferred(by: request))
        let problem = APIProblem(view: view)
        let id = Institution.ID(context.parameters.get("id")?.removingPercentEncoding ?? "")
        if let response = moved(request, context, from: id) { return response }
        var response: Response
        do {
            let key = try await key(request)
            switch need {
            case .anybody where request.headers[.authorization] == nil: break
            case .anybody, .key:
                guard let key else { return problem.unauthorized }
                guard key.institution == id else { return problem.response(.forbidden, "otherInstitution") }
            case .writing:
                guard let key else { return problem.unauthorized }
                guard key.institution == id else { return problem.response(.forbidden, "otherInstitution") }
                guard key.scope == .write else { return problem.response(.forbidden, "scope") }
            }
            if let key, case let wait = exchange.pace.wait(key.id), wait > 0 { return problem.tooFast(wait) }
            guard site.services.catalogue.current.institutions[id] != nil else { throw PortalError.notFound }
            response = try await handle(Asked(request: request, context: context, view: view, institution: id, key: key))
        } catch let refusal as PushPrograms.Refusal {
            response = problem.response(to: refusal)
        }
        response.headers[.vary] = "Accept-Encoding, Accept-Language, Authorization"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }

    /// What became a part of another institution answers there from then on, with its key; what is written is sent again as it is (308).
    private func moved(_ request: Request, _ context: PortalContext, from id: Institution.ID) -> Response? {
        guard site.services.catalogue.current.institutions[id] == nil,
            let successor = site.services.settings.operated.current.successors[id], let old = context.parameters.get("id"),
            let address = request.head.path
        else { return nil }
        let start = "/api/v1/institutions/"
        let rest = address.dropFirst(start.count + old.count)
        return .redirect(to: start + QueryString.encoded(successor.rawValue) + rest, status: .permanentRedirect)
    }

    private func key(_ request: Request) async throws -> InstitutionKey? {
        guard let header = request.headers[.authorization] else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return try await exchange.keys.find(String(parts[1]).trimmed)
    }

    // MARK: - Reading

    /// With a key, programs in every state; without, the published ones, for pages of whatever site.
    private func list(_ asked: Asked) async throws -> Response {
        let after = asked.request.formParameters["after"].map(String.init) ?? ""
        var since: Timestamp?
        if let text = asked.request.formParameters["updated_since"] {
            guard let time = MomentText.timestamp(String(text)) else { return APIProblem(view: asked.view).response(.badRequest, "since") }
            since = time
        }
        let found: (programs: [PushedProgram], next: String?)
        if let key = asked.key {
            found = try await exchange.push.programs(at: asked.institution, for: key, after: after, since: since)
        } else {
            guard since == nil else { return APIProblem(view: asked.view).response(.badRequest, "sinceNeedsKey") }
            found = exchange.push.published(at: asked.institution, after: after)
        }
        var next: String?
        if let last = found.next {
            let query = QueryString([("after", last), ("updated_since", asked.request.formParameters["updated_since"].map(String.init))])
                .text
            next = "/api/v1/institutions/\(QueryString.encoded(asked.institution.rawValue))/programs" + query
        }
        var bytes = Array(#"{"programs": ["#.utf8)
        for (index, program) in found.programs.enumerated() { bytes += ((index > 0 ? ", " : "") + program.json).utf8 }
        bytes += "]".utf8
        if let next { bytes += #", "next": "#.utf8 + JSONValue.string(next).bytes }
        bytes += "}".utf8
        var response = Response.bytes(
            bytes, type: "application/json; charset=utf-8", cache: asked.key == nil ? "public, max-age=300" : "no-store")
        // The public's data is open to scripts of every site; what a key opens is not.
        if asked.key == nil {
            response.headers[.accessControlAllowOrigin] = "*"
            response.headers[HTTPField.Name("Cross-Origin-Resource-Policy")!] = "cross-origin"
        }
        return response
    }

    /// What programs brought, a row a program and month: as the file of the console.
    private func figures(_ asked: Asked, _ referrals: ReadReferrals) async throws -> Response {
        let parameters = asked.request.formParameters
        let last = parameters["to"].map { CalendarDate(String($0)) } ?? referrals.today
        let first = parameters["from"].map { CalendarDate(String($0)) } ?? last?.adding(days: -29)
        guard let first, let last, first <= last, last.days(since: first) <= FiguresShape.longest else {
            return APIProblem(view: asked.view).response(.badRequest, "period")
        }
        let rows = try await referrals.programsByMonth(of: asked.institution, in: ReferralPeriod(days: first...last))
        return .bytes(
            FiguresShape.answer(first...last, rows).bytes, type: "application/json; charset=utf-8", cache: "no-store")
    }

    private var preflight: Response {
        Response(
            status: .noContent,
            headers: [.accessControlAllowOrigin: "*", .accessControlAllowMethods: "GET", .accessControlMaxAge: "86400"])
    }

    private func one(_ asked: Asked) async throws -> Response {
        guard let key = asked.key else { throw PortalError.notFound }
        return document(try await exchange.push.program(asked.reference, at: asked.institution, for: key), .ok)
    }

    private func document(_ program: PushedProgram, _ status: HTTPResponse.Status) -> Response {
        var response = Response.bytes(Array(program.json.utf8), type: "application/json; charset=utf-8", status: status, cache: "no-store")
        response.headers[.eTag] = program.tag
        return response
    }

    // MARK: - Writing

    private func put(_ asked: Asked) async throws -> Response {
        guard let key = asked.key else { throw PortalError.notFound }
        let body = try await body(asked, upTo: 1 << 20)
        let result = try await exchange.push.put(
            body, as: asked.reference, at: asked.institution, by: key, if: Self.condition(asked.request))
        switch result.outcome {
        case .unchanged: return Response(status: .noContent, headers: [.eTag: result.program.tag])
        case .changed: return document(result.program, .ok)
        case .created:
            var response = document(result.program, .created)
            response.headers[.location] =
                "/api/v1/institutions/\(QueryString.encoded(asked.institution.rawValue))/programs/\(QueryString.encoded(result.program.reference))"
            return response
        }
    }

    private func batch(_ asked: Asked) async throws -> Response {
        guard let key = asked.key else { throw PortalError.notFound }
        let done = try await exchange.push.put(all: try await body(asked, upTo: maximumBody), at: asked.institution, by: key)
        let notes = done.notes.map { note in
            JSONValue.object([
                ("index", .integer(note.row - 1)), ("field", .string(note.column)), ("former", .string(note.what.former)),
                ("codes", .strings(note.what.occupations.map(\.code.rawValue))),
            ])
        }
        let json = JSONValue.object([
            ("new", .integer(done.new)), ("changed", .integer(done.changed)), ("unchanged", .integer(done.unchanged)),
            ("notes", .array(notes)),
        ])
        return .bytes(json.bytes, type: "application/json; charset=utf-8", cache: "no-store")
    }

    private func archive(_ asked: Asked) async throws -> Response {
        guard let key = asked.key else { throw PortalError.notFound }
        try await exchange.push.archive(asked.reference, at: asked.institution, by: key, if: Self.condition(asked.request))
        return Response(status: .noContent)
    }

    private func body(_ asked: Asked, upTo limit: Int) async throws -> [UInt8] {
        let type = asked.request.headers[.contentType]?.prefix { $0 != ";" }.lowercased().trimmed
        guard type == "application/json" else { throw PortalError.badRequest(sentence: "push.notJSON") }
        do { return Array(try await asked.request.body.collect(upTo: limit).readableBytesView) } catch { throw PortalError.bodyTooLarge }
    }

    /// `If-Match` and `If-None-Match: *` (RFC 9110, 13.1).
    private static func condition(_ request: Request) -> PushPrograms.Condition {
        if let tags = request.headers[.ifMatch] {
            let tags = tags.split(separator: ",").map { String($0).trimmed }
            return .matches(tags.contains("*") ? [] : tags)
        }
        return request.headers[.ifNoneMatch]?.trimmed == "*" ? .absent : .none
    }
}
