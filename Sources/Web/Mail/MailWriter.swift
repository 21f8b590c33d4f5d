package import Domain
import Foundation
package import Portal

/// Puts letters into words, from the texts under `mail.<kind>`:
///
/// - `subject`: one line
/// - `body`: paragraphs with an empty line between them
/// - `list`: paragraphs below the letter's list; may be left out
/// - `button`: the label of the link; needed when the letter has one
/// - `after`: paragraphs below the button, such as what to do when one did not ask for this; may be left out
///
/// Each may hold the letter's values in braces, and `{portal}` for the portal's name.
package struct MailWriter: LetterWriting {
    private let texts: Texts
    private let settings: PortalSettings

    package init(settings: PortalSettings) throws {
        texts = try Texts(bundle: .module)
        self.settings = settings
    }

    package func mail(_ letter: Letter, at now: Timestamp) -> OutgoingMail {
        let content = content(of: letter)
        return OutgoingMail(
            id: OutgoingMail.ID(UUIDv7.make(at: now)), kind: letter.kind, recipient: letter.recipient, language: letter.language,
            subject: content.subject, text: MailText(content).text, html: MailDocument(content).html,
            replyTo: letter.replyTo ?? settings.operated.current.choices.replyTo.flatMap { EmailAddress($0) },
            unsubscribe: letter.unsubscribe, answers: letter.answers)
    }

    private func content(of letter: Letter) -> MailContent {
        let t = texts(letter.language)
        let portal = settings.name.text(letter.language)
        let dates = letter.dates.mapValues(t.format.date)
        let values = letter.values.merging(dates.merging(["portal": portal]) { given, _ in given }) { given, _ in given }
            .mapValues(\.asOneLine)
        let kind = letter.kind.rawValue
        let paragraphs = { (key: String) in
            t.has(key) ? t(key, values).split(separator: "\n\n").map(String.init) : []
        }
        let list = letter.list.map { "\u{2022}\u{A0}" + $0.asOneLine }.joined(separator: "\n")
        return MailContent(
            language: letter.language, subject: t("mail.\(kind).subject", values),
            paragraphs: paragraphs("mail.\(kind).body") + (letter.passage.map { [$0.asPassage] } ?? []) + (list.isEmpty ? [] : [list])
                + paragraphs("mail.\(kind).list"),
            button: letter.link.map { MailContent.Button(label: t("mail.\(kind).button", values), link: $0, hint: t("mail.address")) },
            closing: paragraphs("mail.\(kind).after"), footer: t("mail.footer", ["portal": portal.asOneLine]), home: settings.baseURL,
            unsubscribe: letter.unsubscribe.map { (t("mail.unsubscribe"), $0) })
    }
}

/// A mail in words, before it becomes text and HTML. Both say the same.
struct MailContent {
    struct Button {
        let label: String
        let link: String
        /// What stands before the address, for those to whom the button is only a picture.
        let hint: String
    }

    let language: Language
    let subject: String
    let paragraphs: [String]
    let button: Button?
    /// Below the button.
    let closing: [String]
    let footer: String
    /// The portal's address.
    let home: String
    let unsubscribe: (words: String, link: String)?
}

extension String {
    /// What somebody wrote, with its lines and without anything that is no text.
    var asPassage: String {
        split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            var text = ""
            for scalar in line.unicodeScalars where scalar.properties.generalCategory != .control { text.unicodeScalars.append(scalar) }
            return text.isEmpty ? "\u{A0}" : text
        }.joined(separator: "\n")
    }

    /// What somebody typed, made to stay inside one sentence: no line ends, no controls, no marks that turn the writing direction, at most 200
    /// characters.
    var asOneLine: String {
        let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: " " as Unicode.Scalar
            case .format where scalar != "\u{200D}" && scalar != "\u{200C}": " "
            default: scalar
            }
        }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        // Split at ordinary spaces only: the narrow ones of French must stay.
        let line = text.split(separator: " ").joined(separator: " ")
        return line.count > 200 ? line.prefix(199) + "…" : line
    }
}
