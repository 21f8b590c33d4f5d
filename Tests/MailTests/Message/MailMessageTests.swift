import Domain
import Foundation
import Mail
import Testing

@Suite struct MailMessageTests {
    @Test func `a mail carries the headers that mail needs, and no others`() {
        let read = ReadMessage(MailMessage(.sample(), from: .sample, queuedAt: .sample))
        #expect(
            read.headers.map(\.name) == [
                "Date", "From", "To", "Subject", "Message-ID", "Content-Language", "Auto-Submitted", "MIME-Version", "Content-Type",
            ])
        #expect(read["Date"] == "Mon, 23 Nov 2026 17:00:00 +0000")
        #expect(read["From"] == "\"Le Tremplin\" <no-reply@portal.example>")
        #expect(read["To"] == "<ana@college.example>")
        #expect(read["Message-ID"] == "<019ab000-0000-7000-8000-000000000001@portal.example>")
        #expect(read["Content-Language"] == "fr")
        #expect(read["Auto-Submitted"] == "auto-generated")
    }

    @Test func `the same mail makes the same bytes each time it is sent`() {
        let mail = OutgoingMail.sample()
        let bytes = MailMessage(mail, from: .sample, queuedAt: .sample).bytes
        #expect(MailMessage(mail, from: .sample, queuedAt: .sample).bytes == bytes)
    }

    @Test func `both forms arrive as they were written`() {
        let text =
            "Où êtes-vous?\n\n.\n..deux points\nFrom here\n espace à la fin \n\ttab\t\n=3D\n" + String(repeating: "é long ", count: 60)
        let html = "<!doctype html>\n<p style=\"color:red\">=_ & — « là »</p>"
        let read = ReadMessage(MailMessage(.sample(text: text, html: html), from: .sample, queuedAt: .sample))
        #expect(read.parts.count == 2)
        #expect(
            read.parts.map { $0.headers.map(\.value) } == ["text/plain", "text/html"].map { ["\($0); charset=utf-8", "quoted-printable"] })
        let bodies = read.parts.map { String(decoding: $0.body, as: UTF8.self).replacing("\r\n", with: "\n") }
        #expect(bodies == [text + "\n", html + "\n"])
    }

    @Test func `a subject outside ASCII, or long, is encoded in short lines and reads the same`() {
        for subject in [
            "Réinitialiser votre mot de passe", "👩🏽‍🔧 " + String(repeating: "sécurité ", count: 40), String(repeating: "long ", count: 50),
            "=?utf-8?B?eA==?=",
        ] {
            let message = MailMessage(.sample(subject: subject), from: .sample, queuedAt: .sample)
            #expect(ReadMessage(message).subject == subject)
            let lines = String(decoding: message.bytes, as: UTF8.self).components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        }
    }

    @Test func `mail that nobody asked for can be ended with one press, other mail does not offer it`() {
        let link = "https://portal.example/stop?t=abc"
        let read = ReadMessage(MailMessage(.sample(unsubscribe: link), from: .sample, queuedAt: .sample))
        #expect(read["List-Unsubscribe"] == "<\(link)>")
        #expect(read["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click")
        #expect(ReadMessage(MailMessage(.sample(), from: .sample, queuedAt: .sample))["List-Unsubscribe"] == nil)
        let endless = "https://portal.example/?t=" + String(repeating: "a", count: 1_000)
        #expect(ReadMessage(MailMessage(.sample(unsubscribe: endless), from: .sample, queuedAt: .sample))["List-Unsubscribe"] == nil)
    }

    @Test func `answers go where the mail says`() {
        let read = ReadMessage(MailMessage(.sample(replyTo: EmailAddress("desk@college.example")), from: .sample, queuedAt: .sample))
        #expect(read["Reply-To"] == "<desk@college.example>")
    }

    @Test func `leap days and days before 1970 have their dates`() {
        let read = { ReadMessage(MailMessage(.sample(), from: .sample, queuedAt: Timestamp(milliseconds: $0)))["Date"] }
        #expect(read(0) == "Thu, 01 Jan 1970 00:00:00 +0000")
        #expect(read(1_709_251_199_999) == "Thu, 29 Feb 2024 23:59:59 +0000")
        #expect(read(-1_000) == "Wed, 31 Dec 1969 23:59:59 +0000")
    }
}
