import Domain
import Mail
import Testing

@Suite struct ReceivedMailTests {
    private static let head = "From: Ana <ana@plant.example>\r\nTo: reply+0123@portal.example\r\nMessage-ID: <a1@plant.example>\r\n"

    private func mail(_ headers: String, _ body: String) throws -> ReceivedMail {
        try ReceivedMail(Array((Self.head + headers + "\r\n" + body).utf8))
    }

    @Test func `a plain message is read with its sender, its recipients and its number`() throws {
        let mail = try mail("Cc: \"Roy, Luc\" <luc@plant.example>\r\n", "Yes, in March.\r\n")
        #expect(mail.from?.text == "ana@plant.example" && mail.messageID == "<a1@plant.example>")
        #expect(mail.recipients.map(\.text) == ["reply+0123@portal.example", "luc@plant.example"])
        #expect(mail.text == "Yes, in March.")
    }

    @Test func `quoted-printable, base64 and the charsets of western programs are read`() throws {
        let quoted = "Content-Type: text/plain; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        #expect(try mail(quoted, "D=C3=A9j=C3=A0 =\r\nvu =3D bon\r\n").text == "Déjà vu = bon")
        let base64 = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
        #expect(try mail(base64, "RMOpasOg\r\nIHZ1\r\n").text == "Déjà vu")
        let latin = "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        #expect(try mail(latin, "D=E9j=E0 vu").text == "Déjà vu")
        let windows = latin.replacing("iso-8859-1", with: "windows-1252")
        #expect(try mail(windows, "l=92=E9t=E9 =80").text == "l’été €")
    }

    @Test func `of several forms the plain one is taken, however deep, and attachments are passed over`() throws {
        let type = "Content-Type: multipart/mixed; boundary=\"out=er\"\r\n"
        let body = """
            preamble\r
            --out=er\r
            Content-Type: multipart/alternative; boundary=inner\r
            \r
            --inner\r
            Content-Type: text/html\r
            \r
            <p>HTML</p>\r
            --inner\r
            Content-Type: text/plain; charset=utf-8\r
            \r
            Plain words\r
            --inner--\r
            --out=er\r
            Content-Type: text/plain\r
            Content-Disposition: attachment; filename=a.txt\r
            \r
            Attached\r
            --out=er--\r
            """
        #expect(try mail(type, body).text == "Plain words")
        let html = "Content-Type: text/html; charset=utf-8\r\n"
        #expect(
            try mail(html, "<html><head><style>p{}</style></head><body><p>Bonjour &amp; merci</p><blockquote>Old</blockquote></body>").text
                == "Bonjour & merci")
    }

    @Test(arguments: [
        "On Mon, Nov 23, 2026 at 9:00 AM Portal <x@y.example> wrote:\n> Old\n",
        "On Mon, Nov 23, 2026 at 9:00 AM\nPortal <x@y.example> wrote:\n> Old\n",
        "Le lun. 23 nov. 2026 à 09 h, Portail <x@y.example> a écrit :\n> Old",
        "-----Original Message-----\nFrom: x\nOld", "________________________________\nFrom: x\nOld", "From: Portal\nSent: Monday\nOld",
        "De : Portail\nEnvoyé : lundi\nOld", "-- \nAna\nOld",
    ]) func `what a mail program puts under an answer is left out`(tail: String) throws {
        let mail = try mail("", "New words\nand more\n\n" + tail)
        #expect(mail.text == "New words\nand more")
    }

    @Test func `an answer under the quotation is found`() throws {
        #expect(try mail("", "> Old\n> older\n\nNew words\n").text == "New words")
    }

    @Test(arguments: [
        "Auto-Submitted: auto-replied", "Return-Path: <>", "Precedence: bulk", "Content-Type: multipart/report; boundary=x",
        "X-Autoreply: yes",
        "List-Id: <l.example>",
    ]) func `what a machine wrote is refused`(header: String) {
        #expect(throws: ReceivedMail.Problem.automatic) { try mail(header + "\r\n", "I am away") }
    }

    @Test func `a person's mail that says so is taken`() throws {
        #expect(try mail("Auto-Submitted: no\r\n", "Hello").text == "Hello")
    }

    @Test func `what is no message is refused, and one without a number gets the same one each time`() throws {
        #expect(throws: ReceivedMail.Problem.notAMessage) { try ReceivedMail([]) }
        #expect(throws: ReceivedMail.Problem.notAMessage) { try ReceivedMail(Array("GET / HTTP/1.1\r\n\r\n".utf8)) }
        let bytes = Array("From: a@b.example\n\nHello".utf8)
        #expect(try ReceivedMail(bytes).messageID == ReceivedMail(bytes).messageID)
    }

    /// Damaged in every way a random hand finds: it may be refused, and never ends the process.
    @Test(arguments: 0..<20) func `no message, however broken, ends the portal`(seed: UInt64) {
        var random = SystemSeed(state: seed &+ 1)
        let whole = Array(
            (Self.head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=iso-8859-15\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\nD=E9j=\r\n=E0=\r\n--b\r\nContent-Type: text/html\r\n\r\n<p a='>'>&amp;<b\r\n--b--")
                .utf8)
        for _ in 0..<300 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...12, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
                default: bytes.removeSubrange(place...)
                }
            }
            if let mail = try? ReceivedMail(bytes) { #expect(!mail.text.unicodeScalars.contains("\0") && !mail.messageID.contains(" ")) }
        }
    }
}

private struct SystemSeed: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
