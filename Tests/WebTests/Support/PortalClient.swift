import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Portal
import Synchronization
import Web

/// Asks the portal for pages without a network: the whole application, from the router down.
struct PortalClient: Sendable {
    /// The portal of every test that only reads.
    static let sample: PortalClient = {
        do { return try PortalClient(services: .sample()) } catch { preconditionFailure("the sample portal does not start: \(error)") }
    }()

    private let pages = KnownPages()
    private let logger: Logger
    private let respond: @Sendable (Request, PortalContext) async throws -> Response

    init(services: PortalServices, configuration: WebConfiguration = WebConfiguration(), logger: Logger = Self.logger) throws {
        let web = try WebApplication(services: services, configuration: configuration, logger: logger)
        self.init(web.makeResponder(), logger: logger)
    }

    init(_ responder: some HTTPResponder<PortalContext>, logger: Logger = Self.logger) {
        self.logger = logger
        respond = { try await responder.respond(to: $0, context: $1) }
    }

    /// - Parameter headers: header fields by name. `%` sequences of the path are sent as they are.
    func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
        try await send(.get, path, headers: headers)
    }

    /// Sends a form as a browser does from one of the portal's own pages, unless `headers` say otherwise.
    func post(
        _ path: String, _ fields: [(String, String)] = [], headers: [String: String] = ["Sec-Fetch-Site": "same-origin"]
    ) async throws -> Answer {
        let body = fields.map { QueryString.encoded($0.0) + "=" + QueryString.encoded($0.1) }.joined(separator: "&")
        let type = ["Content-Type": "application/x-www-form-urlencoded"]
        return try await send(.post, path, headers: type.merging(headers) { $1 }, body: Array(body.utf8))
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, headers: [String: String] = [:], body: [UInt8] = []
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: fields)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let response = try await respond(request, makeContext())
        let collector = Collector()
        try await response.body.write(collector)
        return Answer(status: response.status.code, headers: response.headers, bytes: collector.bytes)
    }

    /// A page that other tests may have taken apart before.
    func markup(_ path: String) async throws -> Markup {
        if let known = pages.known(path) { return known }
        let page = try await get(path).markup()
        pages.keep(page, at: path)
        return page
    }

    private func makeContext() -> PortalContext {
        PortalContext(source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger))
    }

    static let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
}

/// Pages that were taken apart once: many tests look at each.
private final class KnownPages: Sendable {
    private let pages = Mutex<[String: Markup]>([:])

    func known(_ path: String) -> Markup? { pages.withLock { $0[path] } }

    func keep(_ page: Markup, at path: String) { pages.withLock { $0[path] = page } }
}

/// Takes a body in memory.
private final class Collector: ResponseBodyWriter {
    private(set) var bytes: [UInt8] = []

    func write(_ buffer: ByteBuffer) async throws { bytes.append(contentsOf: buffer.readableBytesView) }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// What came back.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    /// The body as a page, taken apart strictly.
    func markup() throws -> Markup { try Markup(bytes) }

    func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(bytes)) }

    func object() throws -> [String: Any] { try json() as? [String: Any] ?? [:] }
}
