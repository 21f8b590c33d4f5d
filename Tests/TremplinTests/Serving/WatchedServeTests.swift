import Foundation
import FoundationNetworking
import Testing

/// The program with everything a monitor reads switched on.
struct WatchedServeTests {
    private static let binary = Bundle.main.bundleURL.appending(path: "tremplin")

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: binary.path)))
    func `figures are on a listener of their own, and every line of the log is an object`() async throws {
        let terminal = try Terminal()
        let port = try freePort()
        let server = Process()
        server.executableURL = Self.binary
        server.arguments = [
            "serve", "--demo", "--port", "0", "--database", terminal.path("portal.sqlite"), "--metrics-port", "\(port)", "--log-format",
            "json", "--log-requests", "--database-slow-query", "1",
        ]
        let (output, notices) = (Pipe(), Pipe())
        server.standardOutput = output
        server.standardError = notices
        try server.run()
        defer { if server.isRunning { server.terminate() } }
        let lines = LinesOfPipe(notices)
        var addresses = LinesOfPipe(output).makeAsyncIterator()
        let address = try #require(await addresses.next())
        // The listener for monitors opens beside the portal's own: its line says that it has.
        var log: [String] = []
        for await line in lines {
            log.append(line)
            if line.contains("Figures for monitors") { break }
        }

        let (_, page) = try await URLSession.shared.data(from: try #require(URL(string: address + "/en/programs?q=soudage")))
        let number = try #require((page as? HTTPURLResponse)?.value(forHTTPHeaderField: "X-Request-ID"))
        let (figures, response) = try await URLSession.shared.data(from: try #require(URL(string: "http://127.0.0.1:\(port)/metrics")))
        #expect((response as? HTTPURLResponse)?.statusCode == 200)
        let text = String(decoding: figures, as: UTF8.self)
        #expect(text.contains("tremplin_http_request_seconds_count{route=\"/en/programs\",method=\"GET\",status=\"2xx\"} 1\n"))
        for name in [
            "process_start_time_seconds", "tremplin_catalogue_programs", "tremplin_change_lag", "tremplin_database_transactions_total",
        ] {
            #expect(text.contains("# TYPE \(name) "), "\(name)")
        }
        server.terminate()
        for await line in lines { log.append(line) }
        let objects = log.map { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        #expect(objects.allSatisfy { $0?["time"] != nil && $0?["level"] != nil && $0?["message"] != nil }, "\(log)")
        let request = objects.compactMap { $0 }.first { $0["message"] as? String == "Request" }
        #expect((request?["metadata"] as? [String: Any])?["request"] as? String == number)
        #expect(objects.contains { $0?["message"] as? String == "Slow statement" })
        #expect(!log.contains { $0.contains("soudage") })
    }

    /// A port that nobody uses at this moment.
    private func freePort() throws -> Int {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address -> Bool in
                bind(socket, address, length) == 0 && getsockname(socket, address, &length) == 0
            }
        }
        try #require(port)
        return Int(UInt16(bigEndian: address.sin_port))
    }
}

/// What a process says, line by line, as it comes.
private struct LinesOfPipe: AsyncSequence, Sendable {
    private let lines: AsyncStream<String>

    init(_ pipe: Pipe) {
        let (lines, line) = AsyncStream.makeStream(of: String.self)
        self.lines = lines
        let handle = pipe.fileHandleForReading
        Thread.detachNewThread { @Sendable in
            var rest = Data()
            while case let data = handle.availableData, !data.isEmpty {
                rest += data
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    line.yield(String(decoding: rest[..<end], as: UTF8.self))
                    rest = Data(rest[(end + 1)...])
                }
            }
            line.finish()
        }
    }

    func makeAsyncIterator() -> AsyncStream<String>.Iterator { lines.makeAsyncIterator() }
}
