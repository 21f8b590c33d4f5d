import Foundation
import Testing

struct MailCommandTests {
    @Test func `a test message goes where mail goes, in the language asked for`() async throws {
        let terminal = try Terminal()
        let folder = terminal.path("mail")
        let answer = await terminal.run(
            "mail", "test", "--to", "Ana@college.example", "--lang", "fr", "--mail-url", "folder:\(folder)", "--portal-base-url",
            "https://portal.example/")
        #expect(answer.code == 0, "\(answer.notices)")
        #expect(answer.output.contains("From no-reply@portal.example to ana@college.example"))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(files.count == 1)
        let text = try String(contentsOfFile: folder + "/" + files[0], encoding: .utf8)
        #expect(text.contains("To: <ana@college.example>") && text.contains("Content-Language: fr"))
    }

    @Test func `a folder that cannot be written is said in a sentence`() async throws {
        let terminal = try Terminal()
        try terminal.file("mail", "")
        let answer = await terminal.run("mail", "test", "--to", "a@college.example", "--mail-url", "folder:\(terminal.path("mail"))")
        #expect(answer.code == 69)
        #expect(answer.notices.contains("The message was not handed over"))
    }

    @Test(arguments: ["ana", "ana@college.example, b@college.example", "a@b.example\r\nBcc: x@y.example"])
    func `what is no address is refused`(_ address: String) async throws {
        let answer = await (try Terminal()).run("mail", "test", "--to", address)
        #expect(answer.code == 64)
    }

    @Test(arguments: [
        ("--mail-url", "smtp:mail"), ("--mail-url", "https://mail.example"), ("--mail-from", "Tremplin"),
        ("--mail-url", "smtp://portal:hunter22@mail.example?tls=maybe"),
    ]) func `mail set up wrongly is said with the setting's name, without the password`(_ setting: (flag: String, value: String))
        async throws
    {
        let answer = await (try Terminal()).run("mail", "test", "--to", "a@college.example", setting.flag, setting.value)
        #expect(answer.code == 78)
        #expect(answer.notices.contains(setting.flag == "--mail-url" ? "mail.url" : "mail.from"))
        #expect(!answer.notices.contains("hunter22"))
    }

    @Test func `what is queued is counted, and the doctor knows of it`() async throws {
        let terminal = try Terminal()
        await terminal.run("migrate")
        #expect(await terminal.run("mail", "test", "--to", "a@college.example", "--queue", "3").output == "3 queued.\n")
        let counted = await terminal.run("mail", "outbox")
        #expect(counted.output.contains("waiting  test      3"))
        #expect(await terminal.run("mail", "outbox", "--json").output.contains("\"waiting\" : 3"))
        #expect(await terminal.run("mail", "outbox", "--retry-dead").notices.contains("0 will be tried again"))
        let doctor = await terminal.run("doctor")
        #expect(doctor.output.contains("ok      mail: log: nothing is delivered"))
        #expect(doctor.output.contains("ok      outbox: 3 waiting, 0 given up, 0 sent"))
    }

    @Test func `the doctor sees that mail will not get through, and tells no password`() async throws {
        let terminal = try Terminal()
        await terminal.run("migrate")
        let nameless = await terminal.run("doctor", "--mail-url", "smtp://portal:hunter22@mail.example")
        #expect(nameless.output.contains("PROBLEM mail: mail would be from no-reply@portal.invalid"))
        #expect(!nameless.output.contains("hunter22"))
        let open = await terminal.run("doctor", "--mail-url", "smtp://portal@mail.example", "--portal-base-url", "https://portal.example")
        #expect(open.output.contains("PROBLEM mail: there is a user name without a password"))
        let secret = await terminal.run(
            "doctor", "--mail-url", "smtp://portal@mail.example", "--portal-base-url", "https://portal.example",
            environment: ["TREMPLIN_MAIL_PASSWORD": "hunter22"])
        #expect(secret.output.contains("ok      mail: mail.example, port 587, encrypted, with a user name"))
        #expect(!secret.output.contains("hunter22"))
    }
}
