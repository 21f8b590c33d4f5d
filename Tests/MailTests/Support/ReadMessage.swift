import Foundation
import Mail

/// A message taken apart again, by the rules of those who receive it.
struct ReadMessage {
    struct Header: Equatable {
        let name: String
        /// Unfolded.
        let value: String
    }

    let headers: [Header]
    let parts: [(headers: [Header], body: [UInt8])]

    init(_ message: MailMessage) {
        let text = String(decoding: message.bytes, as: UTF8.self)
        let (headers, body) = Self.split(text)
        self.headers = headers
        let type = headers.first { $0.name == "Content-Type" }?.value ?? ""
        let boundary = type.split(separator: "\"").dropFirst().first.map(String.init) ?? "none"
        let pieces = ("\r\n" + body).components(separatedBy: "\r\n--" + boundary)
        parts = pieces.dropFirst().dropLast().map { piece in
            let (headers, body) = Self.split(String(piece.dropFirst()))
            return (headers, Self.decodeQuotedPrintable(body))
        }
    }

    subscript(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// What a person reads as the subject.
    var subject: String { Self.decodeWords(self["Subject"] ?? "") }

    private static func split(_ text: String) -> ([Header], String) {
        let end = text.range(of: "\r\n\r\n")
        let head = end.map { text[..<$0.lowerBound] } ?? text[...]
        let unfolded = head.replacing("\r\n ", with: "\n ").components(separatedBy: "\r\n").map { $0.replacing("\n ", with: " ") }
        let headers = unfolded.map { line in
            let name = line.prefix { $0 != ":" }
            return Header(name: String(name), value: String(line.dropFirst(name.count + 1)).trimmingCharacters(in: .whitespaces))
        }
        return (headers, end.map { String(text[$0.upperBound...]) } ?? "")
    }

    static func decodeQuotedPrintable(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "=") {
                let pair = rest.dropFirst().prefix(2)
                if Array(pair) != [13, 10] { bytes.append(UInt8(String(decoding: pair, as: UTF8.self), radix: 16)!) }
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
                rest = rest.dropFirst()
            }
        }
        return bytes
    }

    static func decodeWords(_ text: String) -> String {
        guard text.contains("=?utf-8?B?") else { return text }
        var bytes: [UInt8] = []
        for word in text.split(separator: " ") {
            let coded = word.dropFirst("=?utf-8?B?".count).dropLast(2)
            bytes += Data(base64Encoded: String(coded)) ?? Data()
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
