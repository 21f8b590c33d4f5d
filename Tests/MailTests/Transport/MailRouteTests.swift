import Domain
import Mail
import Testing

@Suite struct MailRouteTests {
    private func server(_ text: String, password: String? = nil) -> SMTPServer? {
        if case .smtp(let server)? = MailRoute(text, password: password) { server } else { nil }
    }

    @Test func `mail goes to the log, to a folder or to a server`() {
        #expect(MailRoute("log:") == .log)
        #expect(MailRoute("folder:/var/mail") == .folder("/var/mail"))
        #expect(server("smtp://mail.example")?.host == "mail.example")
    }

    @Test func `a server elsewhere is spoken to encrypted, unless the operator says otherwise`() {
        #expect(server("smtp://mail.example")?.security == .startTLS)
        #expect(server("smtp://mail.example?tls=starttls")?.security == .startTLS)
        #expect(server("smtp://mail.example?tls=none")?.security == SMTPServer.Security.none)
        #expect(server("smtps://mail.example")?.security == .implicit)
        #expect(server("smtp://127.example.org")?.security == .startTLS)
        #expect(server("smtp://localhost.example")?.security == .startTLS)
    }

    @Test func `a server on this machine is not, unless there is a certificate for it`() {
        for host in ["localhost", "127.0.0.1", "[::1]"] {
            #expect(server("smtp://\(host):2525")?.security == SMTPServer.Security.none)
            #expect(server("smtp://\(host):2525?ca=/etc/ca.pem")?.security == .startTLS)
            #expect(server("smtp://\(host):2525?tls=starttls")?.security == .startTLS)
        }
    }

    @Test func `ports are the usual ones unless given`() {
        #expect(server("smtp://mail.example")?.port == 587)
        #expect(server("smtps://mail.example")?.port == 465)
        #expect(server("smtp://localhost")?.port == 25)
        #expect(server("smtp://mail.example:2525/")?.port == 2525)
    }

    @Test func `user and password may hold any mark, and the password may stand elsewhere`() {
        let full = server("smtp://portal%40example:p%3A%2Fss%20%C3%A9@mail.example", password: "other")
        #expect(full?.user == "portal@example")
        #expect(full?.password == "p:/ss é")
        #expect(server("smtp://portal@mail.example", password: "other")?.password == "other")
        #expect(server("smtp://mail.example", password: "other")?.password == nil)
    }

    @Test(arguments: [
        "", "log", "log:x", "folder:", "mail.example", "http://mail.example", "smtp:", "smtp://", "smtp:///inbox",
        "smtp://mail.example/inbox",
        "smtp://mail.example?tls=maybe", "smtp://mail.example?tls=implicit", "smtps://mail.example?tls=none", "smtp://mail.example?ca=",
        "smtp://mail.example?ca=/a&tls=none", "smtp://mail.example?verify=no", "smtp://mail.example#x", "smtp://mail.example:99999",
        "smtp://mail.example\r\nx", "smtp://mail example",
    ]) func `anything else is refused`(_ text: String) {
        #expect(MailRoute(text) == nil)
    }

    @Test func `a sender is a name and an address, or an address`() {
        #expect(Sender("Tremplin <No-Reply@Portal.example>")?.address.text == "no-reply@portal.example")
        #expect(Sender("\"Tremplin, Ontario\" <a@portal.example>")?.name.en == "Tremplin, Ontario")
        #expect(Sender("a@portal.example")?.name.isEmpty == true)
        for text in ["", "Tremplin", "Tremplin <>", "Tremplin <a@portal.example", "a@portal.example, b@portal.example"] {
            #expect(Sender(text) == nil)
        }
    }
}
