import Domain
import Mail
import Testing

/// Nothing that comes in by a value may end a header, begin another, end the headers, or end a part.
@Suite struct InjectionTests {
    static let attacks = [
        "x\r\nBcc: victim@other.example", "x\nBcc: victim@other.example", "x\rBcc: victim@other.example", "x\r\n\r\nbody",
        "x\r\n.\r\nQUIT\r\n",
        "x\u{85}Bcc: y", "x\u{2028}Bcc: y", "x\u{0}Bcc: y", "x\u{B}Bcc: y", "\r\n Bcc: y", "x\r\n\tBcc: y", "x>\r\nBcc: <y",
        "\"\\\r\nBcc: y",
        "--=_019ab000-0000-7000-8000-000000000001--\r\nBcc: y", "=?utf-8?Q?x=0D=0ABcc:_y?=", "x\u{1F}\u{7F}\u{9B}y",
        "e\u{301}\r\n\u{301}Bcc: y",
    ]

    private static let expected = [
        "Date", "From", "To", "Subject", "Message-ID", "Content-Language", "Auto-Submitted", "List-Unsubscribe", "List-Unsubscribe-Post",
        "MIME-Version", "Content-Type",
    ]

    private func check(_ subject: String, _ name: String, _ link: String, _ id: String, _ text: String, _ html: String) {
        let sender = Sender(name: LocalizedText(en: name, fr: name), address: Sender.sample.address)
        let mail = OutgoingMail.sample(id: id, subject: subject, text: text, html: html, unsubscribe: link)
        let message = MailMessage(mail, from: sender, queuedAt: .sample)
        let values = [subject, name, link, id, text, html]
        let read = ReadMessage(message)
        #expect(read.headers.map(\.name) == Self.expected, "\(values)")
        #expect(read.parts.count == 2, "\(values)")
        #expect(read.parts.first.map { String(decoding: $0.body, as: UTF8.self) } == text.asLines, "\(values)")
        #expect(read.parts.last.map { String(decoding: $0.body, as: UTF8.self) } == html.asLines, "\(values)")
        // Every line end is CRLF, and nothing but printable ASCII stands between two.
        var previous: UInt8 = 0
        var isClean = true
        for byte in message.bytes {
            isClean = isClean && (byte == 10) == (previous == 13) && (byte == 10 || byte == 13 || (0x20...0x7E).contains(byte))
            previous = byte
        }
        #expect(isClean, "\(values)")
        #expect(message.bytes.split(separator: 10).allSatisfy { $0.count <= 998 }, "\(values)")
    }

    @Test(arguments: attacks) func `no value of a mail can add a header`(_ attack: String) {
        let link = "https://portal.example/" + attack
        check(attack, "Portal", "https://portal.example", "id", "t", "h")
        check("s", attack, "https://portal.example", "id", "t", "h")
        check("s", "Portal", link, "id", "t", "h")
        check("s", "Portal", "https://portal.example", attack, "t", "h")
        check("s", "Portal", "https://portal.example", "id", attack, attack)
        check(attack, attack, link, attack, attack, attack)
    }

    @Test(arguments: attacks) func `an address with anything of the kind is no address`(_ attack: String) {
        #expect(EmailAddress("ana\(attack)@college.example") == nil)
        #expect(EmailAddress("ana@college.example\(attack)") == nil)
        #expect(Sender("\(attack) <ana@college.example\(attack)>") == nil)
    }

    @Test func `nor can any mixture of marks, over two thousand mails`() {
        var generator = SeededGenerator(seed: 20_261_128)
        let marks: [Unicode.Scalar] = Array(
            "\r\n\t :<>\"\\=?_-.@%;,abcBE\u{0}\u{7F}\u{85}\u{A0}é\u{301}\u{2028}\u{2029}\u{202E}\u{FEFF}👩🏽‍🔧".unicodeScalars)
        func any() -> String {
            var text = ""
            for _ in 0..<Int.random(in: 0...120, using: &generator) { text.unicodeScalars.append(marks.randomElement(using: &generator)!) }
            return text
        }
        for _ in 0..<2_000 { check(any(), any(), any(), any(), any(), any()) }
    }
}

extension String {
    /// As a text arrives: every line end is CRLF, the last line has one.
    fileprivate var asLines: String {
        var lines: [[Unicode.Scalar]] = [[]]
        var previous: Unicode.Scalar = " "
        for scalar in unicodeScalars {
            if scalar == "\r" || scalar == "\n" {
                if !(scalar == "\n" && previous == "\r") { lines.append([]) }
            } else {
                lines[lines.count - 1].append(scalar)
            }
            previous = scalar
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        var text = ""
        for line in lines { text.unicodeScalars.append(contentsOf: line + ["\r", "\n"]) }
        return text
    }
}
