import Foundation
import FoundationNetworking
import Synchronization
import Testing

/// The program itself, started and stopped as an operator does.
struct ServeTests {
    /// Beside the program that runs the tests.
    private static let binary = Bundle.main.bundleURL.appending(path: "tremplin")

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: binary.path)))
    func `the portal says where it answers, keeps its port, and stops when told to`() async throws {
        let terminal = try Terminal()
        let server = Process()
        server.executableURL = Self.binary
        server.arguments = ["serve", "--demo", "--port", "0", "--database", terminal.path("portal.sqlite")]
        let output = Pipe()
        let notices = Pipe()
        server.standardOutput = output
        server.standardError = notices
        try server.run()
        defer { if server.isRunning { server.terminate() } }
        let address = try await firstLine(of: output)
        #expect(address.hasPrefix("http://127.0.0.1:"))

        let (body, response) = try await URLSession.shared.data(from: try #require(URL(string: address + "/health/ready")))
        #expect((response as? HTTPURLResponse)?.statusCode == 200)
        #expect(String(decoding: body, as: UTF8.self).hasPrefix("ready"))

        let port = try #require(address.split(separator: ":").last).description
        let second = await terminal.run("serve", "--port", port)
        #expect(second.code == 69)
        #expect(second.notices.contains("port is already in use"))

        server.terminate()
        let code = await withCheckedContinuation { continuation in
            Thread.detachNewThread { @Sendable in
                server.waitUntilExit()
                continuation.resume(returning: server.terminationStatus)
            }
        }
        #expect(code == 0)
        #expect(server.terminationReason == .exit)
        let said = String(decoding: notices.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(said.contains("noc: ") && said.contains("demonstration catalogue: "))
    }

    private func firstLine(of pipe: Pipe) async throws -> String {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { @Sendable in
                var text = ""
                while !text.contains("\n") {
                    let data = pipe.fileHandleForReading.availableData
                    if data.isEmpty { break }
                    text += String(decoding: data, as: UTF8.self)
                }
                continuation.resume(returning: text.split(separator: "\n").first.map(String.init) ?? "")
            }
        }
    }
}
