/// A mail as plain text, for readers without HTML. Lines are as long as their paragraphs: mail programs break them.
struct MailText {
    let text: String

    init(_ content: MailContent) {
        var blocks = content.paragraphs
        if let button = content.button { blocks.append(button.label + "\n" + button.link) }
        blocks += content.closing
        // Mail programs know a line of "-- " as the beginning of what need not be quoted in an answer.
        blocks.append("-- \n" + content.footer + "\n" + content.home)
        if let unsubscribe = content.unsubscribe { blocks.append(unsubscribe.words + "\n" + unsubscribe.link) }
        text = blocks.joined(separator: "\n\n") + "\n"
    }
}
