import Foundation
import HTTPTypes
import Logging
import Portal
import Testing
import Web

/// The number of a request, and its line in the log.
@Suite struct RequestRecordTests {
    private let log = WrittenLog()

    private func client(trustsProxy: Bool = false, logsRequests: Bool = false) throws -> PortalClient {
        try PortalClient(
            services: .sample(), configuration: WebConfiguration(trustsProxy: trustsProxy, logsRequests: logsRequests),
            logger: log.logger())
    }

    @Test(arguments: ["/en", "/nowhere", "/api/v1/programs", "/assets/0/x.css", "/health/live", "/en/programs/dementia/registration"])
    func `every answer carries a number of its own`(path: String) async throws {
        let client = try client()
        let first = try #require(try await client.get(path).header("X-Request-ID"))
        let second = try #require(try await client.get(path).header("X-Request-ID"))
        #expect(first.wholeMatch(of: /[0-9a-f]{32}/) != nil)
        #expect(first != second)
    }

    @Test func `a trusted proxy's number is kept`() async throws {
        let headers = ["X-Request-ID": "7f3a-0001.B:2_c"]
        #expect(try await client(trustsProxy: true).get("/en", headers: headers).header("X-Request-ID") == "7f3a-0001.B:2_c")
    }

    @Test func `a stranger's number is not`() async throws {
        let headers = ["X-Request-ID": "7f3a00010002"]
        #expect(try await client().get("/en", headers: headers).header("X-Request-ID") != "7f3a00010002")
    }

    @Test(arguments: [
        "", "short", "with space 123", "\"quoted\"12345", "<b>12345678</b>", String(repeating: "a", count: 65), "été-été-été",
    ])
    func `a number that is not well-formed is replaced, whoever sent it`(number: String) async throws {
        let answer = try await client(trustsProxy: true).get("/en", headers: ["X-Request-ID": number])
        #expect(answer.header("X-Request-ID")?.wholeMatch(of: /[0-9a-f]{32}/) != nil)
    }

    @Test func `requests leave no line unless the operator wants one`() async throws {
        _ = try await client().get("/en")
        #expect(log.lines.isEmpty)
    }

    @Test func `a request's line says what was asked by its template, and never who asked or for what`() async throws {
        let answer = try await client(trustsProxy: true, logsRequests: true).get(
            "/en/quiz/ABCD-EFGH-JKLM/job?q=secret",
            headers: ["X-Forwarded-For": "203.0.113.7", "User-Agent": "Mozilla/5.0 (Particular)", "X-Request-ID": "0123456789ab"])
        let line = try #require(log.lines.first)
        #expect(log.lines.count == 1)
        #expect(line.level == .info)
        #expect(Set(line.metadata.keys) == ["method", "route", "status", "milliseconds", "bytes", "request"])
        #expect(line.metadata["route"] == "/en/quiz/{id}/job")
        #expect(line.metadata["method"] == "GET")
        #expect(line.metadata["status"] == "404")
        #expect(line.metadata["request"] == "0123456789ab")
        #expect(line.metadata["bytes"] == String(answer.bytes.count))
        #expect(line.metadata["milliseconds"].flatMap(Double.init) != nil)
        let all = line.metadata.values.joined(separator: " ")
        for secret in ["ABCD", "secret", "203.0.113", "Particular"] { #expect(!all.contains(secret)) }
    }

    @Test(arguments: ["PROPFIND", "PURGE", "QUERY", "BREW"])
    func `a method of another standard is refused like any other`(name: String) async throws {
        let client = try client(logsRequests: true)
        let answer = try await client.send(try #require(HTTPRequest.Method(name)), "/en/programs")
        #expect(answer.status == 405)
        #expect(answer.header("Allow") == "GET, HEAD")
        #expect(log.lines.last?.metadata["method"] == name)
        #expect(try await client.send(try #require(HTTPRequest.Method(name)), "/nowhere").status == 404)
    }
}
