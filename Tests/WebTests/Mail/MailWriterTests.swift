import Domain
import Foundation
import Portal
import Testing
import Web

@Suite struct MailWriterTests {
    private let writer = try! MailWriter(
        settings: PortalSettings(name: LocalizedText(en: "Springboard", fr: "Tremplin"), baseURL: "https://portal.example"))
    private let ana = EmailAddress("ana@college.example")!
    private let link = "https://portal.example/fr/x?a=1&b=2"

    private func mail(_ language: Language, values: [String: String] = [:], unsubscribe: String? = nil) -> OutgoingMail {
        let letter = Letter("test", to: ana, in: language, values: values, link: link, unsubscribe: unsubscribe)
        return writer.mail(letter, at: Timestamp(milliseconds: 1_795_453_200_000))
    }

    /// What a person reads of the HTML.
    private func words(_ html: String) -> String {
        html.replacing(/<title>.*<\/title>/, with: "").replacing(/<[^>]+>/, with: "").replacing("&amp;", with: "&").replacing(
            "&lt;", with: "<"
        )
        .replacing("&gt;", with: ">")
    }

    @Test(arguments: Language.allCases) func `a mail is in its reader's language, by the portal's name in it`(_ language: Language) {
        let mail = mail(language)
        #expect(mail.language == language)
        #expect(mail.subject == (language == .en ? "Test message from Springboard" : "Message d’essai de Tremplin"))
        #expect(mail.html.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(mail.text.contains("\n-- \n") && mail.text.hasSuffix("https://portal.example\n"))
        #expect(!mail.text.contains("{") && !mail.subject.contains("{") && !words(mail.html).contains("{"))
        #expect(!mail.text.contains("mail.test"))
    }

    @Test(arguments: Language.allCases) func `text and HTML say the same, link included`(_ language: Language) {
        let mail = mail(language, unsubscribe: "https://portal.example/stop?t=1")
        let html = words(mail.html)
        for line in mail.text.split(separator: "\n") where line != "-- " { #expect(html.contains(line), "\(line)") }
        #expect(mail.text.contains("\n\(link)\n"))
        #expect(mail.html.contains("href=\"https://portal.example/fr/x?a=1&amp;b=2\""))
        #expect(mail.html.contains("href=\"https://portal.example/stop?t=1\""))
        #expect(mail.unsubscribe == "https://portal.example/stop?t=1")
    }

    @Test(arguments: [(Language.en, "ends on December 1, 2026"), (.fr, "prend fin le 1er\u{A0}décembre 2026")])
    func `a day is written as the reader's language writes it`(language: Language, expected: String) {
        var letter = Letter(.directoryEnding, to: ana, in: language, values: ["name": "Ana", "organisation": "Plant"], link: link)
        letter.dates = ["date": CalendarDate("2026-12-01")!]
        #expect(writer.mail(letter, at: Timestamp(milliseconds: 1_795_453_200_000)).text.replacing("\n", with: " ").contains(expected))
    }

    @Test func `each mail has an id of its own`() {
        #expect(mail(.en).id != mail(.en).id)
    }

    @Test func `what somebody typed stays inside its sentence, and is no markup`() {
        let typed = "<a href=\"https://evil.example\">\r\n\r\nNew paragraph\u{2028}x\u{202E}y {link}" + String(repeating: "z", count: 500)
        let mail = mail(.en, values: ["portal": typed])
        let lines = mail.subject.split(whereSeparator: \.isNewline)
        #expect(lines.count == 1)
        #expect(mail.subject.hasPrefix("Test message from <a href=\"https://evil.example\"> New paragraph x y {link}zz"))
        #expect(mail.subject.count < 230)
        #expect(!mail.html.contains("<a href=\"https://evil.example"))
        #expect(mail.text.split(separator: "\n\n").count == self.mail(.en).text.split(separator: "\n\n").count)
    }

    @Test func `a link that is no web address leads nowhere`() {
        let letter = Letter("test", to: ana, in: .en, link: "javascript:alert(1)")
        #expect(!writer.mail(letter, at: Timestamp(milliseconds: 0)).html.contains("href=\"javascript"))
    }

    /// What mail the portal writes, wherever it is named.
    private static let kinds: [OutgoingMail.Kind] = [
        .needConfirmation, .needPledge, .needIntroduction, .inquiryConfirmation, .inquirySent, .inquiryReceived, .inquiryReply,
        .inquiryFurther, .inquiryReminder, .inquiryEscalation, .directoryConfirmation, .directoryListed, .directoryEnding, .outreach,
        .employerData, .employerNothing,
    ]

    @Test(arguments: Language.allCases) func `every mail to and about employers has words, and no name of a text`(_ language: Language) {
        for kind in Self.kinds {
            let letter = Letter(kind, to: ana, in: language, link: kind == .employerNothing ? nil : link)
            let mail = writer.mail(letter, at: Timestamp(milliseconds: 0))
            #expect(!mail.subject.contains("mail.") && !mail.text.contains("mail.\(kind.rawValue)"), "\(kind)")
        }
    }
}
