import Dispatch
import Foundation
import Synchronization

/// A web site on this machine: answers each request by a table, one connection after the other, and remembers what was asked.
final class SmallSite: Sendable {
    struct Reply: Sendable {
        var status: Int
        var headers: [String] = []
        var body = ""
    }

    let port: Int
    private let listener: Int32
    private let replies: [String: Reply]
    private let log = Mutex<[String]>([])

    /// Requests as `HEAD /path`, in order.
    var asked: [String] { log.withLock { $0 } }
    /// The agents that asked.
    private let agents = Mutex<Set<String>>([])
    var visitors: Set<String> { agents.withLock { $0 } }

    /// - Parameter replies: by `HEAD /path`, or by path for every method. What is not there is 404.
    init(_ replies: [String: Reply]) {
        self.replies = replies
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        precondition(bound, "no port is free")
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in serve() }
    }

    func close() { shutdown(listener, Int32(SHUT_RDWR)) }

    var address: String { "http://127.0.0.1:\(port)" }

    private func serve() {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4_096)
            while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
                let count = recv(connection, &buffer, buffer.count, 0)
                guard count > 0 else { break }
                bytes += buffer.prefix(count)
            }
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
            let words = lines.first?.split(separator: " ") ?? []
            if words.count == 3 {
                let request = "\(words[0]) \(words[1])"
                log.withLock { $0.append(request) }
                for line in lines where line.lowercased().hasPrefix("user-agent:") {
                    agents.withLock { _ = $0.insert(String(line.dropFirst(11)).trimmingCharacters(in: .whitespaces)) }
                }
                let reply = replies[request] ?? replies[String(words[1])] ?? Reply(status: 404)
                let headers = (["Content-Length: \(reply.body.utf8.count)", "Connection: close"] + reply.headers).joined(separator: "\r\n")
                let text = "HTTP/1.1 \(reply.status) X\r\n\(headers)\r\n\r\n" + (words[0] == "HEAD" ? "" : reply.body)
                let out = Array(text.utf8)
                var sent = 0
                while sent < out.count {
                    let count = out[sent...].withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                    guard count > 0 else { break }
                    sent += count
                }
            }
            Foundation.close(connection)
        }
    }
}
