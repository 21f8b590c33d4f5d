/// A message or one part of it (RFC 2045, RFC 2046): headers, and a body that may hold parts itself.
struct MailEntity {
    let headers: MailHeaders
    private let body: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        // Mailbox files and some pipes put a line of their own in front.
        if rest.starts(with: "From ".utf8) { _ = MailLines.next(&rest) }
        headers = MailHeaders(&rest)
        body = rest
    }

    /// `text/plain` unless it says otherwise.
    var type: String {
        let value = headers.parameterised("content-type").value.lowercased()
        return value.isEmpty ? "text/plain" : value
    }

    /// 10: nobody nests deeper but to do harm.
    private static let deepest = 10
    private static let mostParts = 100

    /// The words of the message: the plain text where there is one, else the HTML without its marks. Attachments are passed over.
    func text() -> String? { text(depth: 0, wanted: "text/plain") ?? text(depth: 0, wanted: "text/html") }

    private func text(depth: Int, wanted: String) -> String? {
        guard depth < Self.deepest else { return nil }
        let content = headers.parameterised("content-type")
        guard headers.parameterised("content-disposition").value.lowercased() != "attachment" else { return nil }
        if type.hasPrefix("multipart/") {
            guard let boundary = content.parameters["boundary"], !boundary.isEmpty else { return nil }
            return parts(boundary).lazy.compactMap { $0.text(depth: depth + 1, wanted: wanted) }.first
        }
        guard type == wanted else { return nil }
        let words = Charset.decode(decoded, as: content.parameters["charset"] ?? "utf-8")
        return wanted == "text/html" ? MailHTML.text(words) : words
    }

    private func parts(_ boundary: String) -> [MailEntity] {
        let (open, close) = (Array("--\(boundary)".utf8), Array("--\(boundary)--".utf8))
        var (rest, parts) = (body, [MailEntity]())
        var start: Int?
        while !rest.isEmpty, parts.count < Self.mostParts {
            let lineStart = rest.startIndex
            let line = MailLines.next(&rest).trimmingEnd
            guard line.starts(with: open), line.count == open.count || line.elementsEqual(close) else { continue }
            if let start { parts.append(MailEntity(body[start..<lineStart])) }
            start = rest.startIndex
            if line.elementsEqual(close) { return parts }
        }
        // A message that was cut off: its last part is taken as far as it goes.
        if let start, parts.count < Self.mostParts { parts.append(MailEntity(body[start...])) }
        return parts
    }

    private var decoded: [UInt8] {
        switch headers["content-transfer-encoding"]?.lowercased() {
        case "base64": TransferEncoding.base64(body)
        case "quoted-printable": TransferEncoding.quotedPrintable(body)
        default: Array(body)
        }
    }
}

/// Lines that end with CRLF, LF or CR.
enum MailLines {
    /// Takes one line off the front, without its end.
    static func next(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
            defer { rest = rest[rest.endIndex...] }
            return rest
        }
        let line = rest[..<end]
        let isPair = rest[end] == 0x0D && rest.index(after: end) < rest.endIndex && rest[rest.index(after: end)] == 0x0A
        rest = rest[(end + (isPair ? 2 : 1))...]
        return line
    }
}

extension ArraySlice<UInt8> {
    var trimmingEnd: ArraySlice<UInt8> {
        var line = self
        while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
        return line
    }
}
