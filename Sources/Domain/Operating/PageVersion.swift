/// One version of a page that operators write, in one language: Markdown.
package struct PageVersion: Hashable, Sendable {
    /// `privacy`, `terms`, `accessibility`, or the key of a further page: its name in addresses.
    package let page: String
    package let language: Language
    /// From 1, without gaps.
    package let number: Int
    package let title: String
    /// Empty where the page was taken back: a page the portal came with then shows its own text again.
    package let content: String
    package let at: Timestamp
    package let actor: AuditActor

    package init(
        page: String, language: Language, number: Int, title: String, content: String, at: Timestamp, actor: AuditActor
    ) {
        self.page = page
        self.language = language
        self.number = number
        self.title = title
        self.content = content
        self.at = at
        self.actor = actor
    }

    /// Pages that every portal has.
    package static let standing = ["privacy", "terms", "accessibility"]
}
