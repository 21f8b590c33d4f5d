import Domain
import Foundation
import Logging
import Mail
import Synchronization
import Testing

@Suite struct TransportTests {
    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tremplin-mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    private let message = MailMessage(.sample(text: "lien secret"), from: .sample, queuedAt: .sample)

    @Test func `a folder holds each mail once, for the portal's user alone`() async throws {
        try await withFolder { folder in
            let outbox = folder.appending(path: "new/outbox").path
            let transport = FolderTransport(path: outbox)
            try await transport.send(message)
            try await transport.send(message)
            #expect(try FileManager.default.contentsOfDirectory(atPath: outbox) == ["019ab000-0000-7000-8000-000000000001.eml"])
            let file = outbox + "/019ab000-0000-7000-8000-000000000001.eml"
            #expect(FileManager.default.contents(atPath: file) == Data(message.bytes))
            #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
            #expect(try FileManager.default.attributesOfItem(atPath: outbox)[.posixPermissions] as? Int == 0o700)
        }
    }

    @Test func `a folder that cannot be made is the operator's to mend`() async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "file").path
            #expect(FileManager.default.createFile(atPath: file, contents: nil))
            await #expect {
                try await FolderTransport(path: file + "/outbox").send(message)
            } throws: { error in
                if case MailError.configuration = error { true } else { false }
            }
        }
    }

    @Test func `the log tells of a mail, but neither to whom nor what`() async throws {
        let lines = Lines()
        var logger = Logger(label: "test", factory: { _ in lines })
        logger.logLevel = .trace
        try await LogTransport(logger: logger).send(message)
        #expect(lines.all.count == 1)
        let line = try #require(lines.all.first)
        #expect(line.contains("invitation") && line.contains("college.example"))
        #expect(!line.contains("ana") && !line.contains("secret") && !line.contains("Bonjour") && !line.contains("Votre"))
    }

    @Test func `a server that is not there is unreachable, and nothing is wrong with the mail`() async throws {
        // Bound and not listening: the port is nobody else's, and refuses.
        let socket = try BoundSocket()
        let server = try #require(SMTPServer("smtp://127.0.0.1:\(socket.port)"))
        await #expect {
            try await SMTPTransport(server, hello: "portal.example").send(message)
        } throws: { error in
            if case MailError.unreachable = error { true } else { false }
        }
    }
}

/// What was logged, with its metadata.
private final class Lines: LogHandler, Sendable {
    private let written = Mutex<[String]>([])
    var all: [String] { written.withLock { $0 } }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }

    func log(event: LogEvent) { written.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") } }
}

/// A port of this machine that nothing listens on, for as long as this lives.
private final class BoundSocket {
    let port: UInt16
    private let descriptor: Int32

    init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let found = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && getsockname(descriptor, address, &length) == 0
            }
        }
        guard found else { throw POSIXError(.EADDRINUSE) }
        self.descriptor = descriptor
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(descriptor) }
}
