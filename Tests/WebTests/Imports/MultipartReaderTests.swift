import Testing

@testable import Web

@Suite struct MultipartReaderTests {
    private static let type = "multipart/form-data; boundary=----x"
    private static let form =
        "------x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
        + "------x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"été.csv\"\r\nContent-Type: text/csv\r\n\r\na,b\r\n\r\n--x\r\n1,2\r\n------x--\r\n"

    private func read(_ bytes: [UInt8], _ type: String? = type, piece: Int = .max) throws -> [MultipartReader.Event] {
        var reader = try #require(MultipartReader(contentType: type))
        var events: [MultipartReader.Event] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            events += try reader.read(rest.prefix(piece))
            rest = rest.dropFirst(piece)
        }
        try reader.finish()
        return events
    }

    private func joined(_ events: [MultipartReader.Event]) -> [MultipartReader.Event] {
        events.reduce(into: []) { all, event in
            if case .content(let more) = event, case .content(let before)? = all.last {
                all[all.count - 1] = .content(before + more)
            } else {
                all.append(event)
            }
        }
    }

    @Test func `a form is read the same in whatever pieces it comes, and what only looks like its delimiter is content`() throws {
        let expected: [MultipartReader.Event] = [
            .part(name: "note", fileName: nil), .content(Array("hello".utf8)), .end, .part(name: "file", fileName: "été.csv"),
            .content(Array("a,b\r\n\r\n--x\r\n1,2".utf8)), .end,
        ]
        let bytes = Array(Self.form.utf8)
        for piece in [1, 2, 3, 7, 16, 61, 1_000] { #expect(joined(try read(bytes, piece: piece)) == expected, "\(piece)") }
    }

    @Test func `a form that is cut off anywhere is refused`() {
        let bytes = Array(Self.form.utf8)
        for length in 0..<(bytes.count - 2) { #expect(throws: MultipartReader.Problem.malformed) { try read(Array(bytes[..<length])) } }
    }

    @Test func `only such a form, with a delimiter that is one, is read at all`() {
        for type in [
            nil, "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=",
            "multipart/form-data; boundary=" + String(repeating: "x", count: 71), "multipart/mixed; boundary=x",
            "multipart/form-data; boundary=a b",
        ] {
            #expect(MultipartReader(contentType: type) == nil, "\(type ?? "nothing")")
        }
        #expect(MultipartReader(contentType: "Multipart/Form-Data; charset=utf-8; Boundary=\"x\"") != nil)
    }

    @Test func `what is not exactly a form is refused`() {
        let head = "Content-Disposition: form-data; name=\"a\"\r\n\r\n"
        for text in [
            "preamble\r\n------x\r\n\(head)b\r\n------x--\r\n", "------x\r\n\r\n\r\nb\r\n------x--\r\n",
            "------x\n\(head)b\r\n------x--\r\n",
            "------x\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nb\r\n------x--\r\n",
            "------x\r\nContent-Disposition: form-data\r\n\r\nb\r\n------x--\r\n", "------x\r\n\(head)b\r\n------xz\r\n",
            "------x\r\n\(head)b\r\n------x--\r\nepilogue",
            "------x\r\nX: " + String(repeating: "y", count: 9_000) + "\r\n\(head)b\r\n------x--\r\n",
        ] {
            #expect(throws: MultipartReader.Problem.malformed, "\(text.prefix(60))") { try read(Array(text.utf8)) }
        }
        let many = String(repeating: "------x\r\n\(head)b\r\n", count: 51) + "------x--\r\n"
        #expect(throws: MultipartReader.Problem.tooManyParts) { try read(Array(many.utf8)) }
    }

    @Test func `bytes of a file go through as they are`() throws {
        var bytes = Array("------x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n".utf8)
        let content = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 7) } + [13, 10, 45, 45, 45, 13]
        bytes += content + Array("\r\n------x--\r\n".utf8)
        #expect(joined(try read(bytes, piece: 4_096))[1] == .content(content))
    }
}
