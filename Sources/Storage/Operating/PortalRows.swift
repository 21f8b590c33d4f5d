package import Domain

/// What operators set, inside a transaction that may do more.
extension SQLConnection {
    /// A document by its name, as the text it was stored as.
    package func portalDocument(_ name: String) throws -> String? {
        try first("SELECT content FROM portal_document WHERE name = ?", [.text(name)])?.text("content")
    }

    package func setPortalDocument(_ name: String, to content: String) throws {
        try execute(.upsert(into: "portal_document", key: ["name"], ["name", "content"]), [.text(name), .text(content)])
    }

    package func portalPicture(_ name: String) throws -> [UInt8]? {
        try first("SELECT content FROM portal_picture WHERE name = ?", [.text(name)])?.blob("content")
    }

    /// Puts a picture in the place of all others; `nil` leaves none.
    package func setPortalPicture(_ picture: (name: String, type: String, bytes: [UInt8])?) throws {
        try execute("DELETE FROM portal_picture")
        guard let picture else { return }
        try execute(
            .insert(into: "portal_picture", ["name", "type", "content"]),
            [.text(picture.name), .text(picture.type), .blob(picture.bytes)])
    }

    // MARK: - Lists

    /// In order. Empty where no list was ever changed.
    package func curatedLists() throws -> [StoredList] {
        try query("SELECT id, is_published, content FROM curated_list ORDER BY position, id").map { row in
            StoredList(id: try row.text("id"), isPublished: try row.flag("is_published"), content: try row.text("content"))
        }
    }

    /// Puts lists in the place of all there were, in this order.
    package func replaceCuratedLists(with lists: [StoredList]) throws {
        try execute("DELETE FROM curated_list")
        try execute(
            .insert(into: "curated_list", ["id", "position", "is_published", "content"]),
            each: lists.enumerated().map { [.text($1.id), .integer($0), .flag($1.isPublished), .text($1.content)] })
    }

    // MARK: - Pages

    /// The last version of each page in each language.
    package func currentPages() throws -> [PageVersion] {
        try pageVersions(
            """
            JOIN (SELECT page AS last_page, language AS last_language, MAX(number) AS last_number FROM page_version GROUP BY page, language) last
            ON page = last_page AND language = last_language AND number = last_number ORDER BY page, language
            """, [])
    }

    /// The newest first.
    package func versions(ofPage page: String, _ language: Language) throws -> [PageVersion] {
        try pageVersions("WHERE page = ? AND language = ? ORDER BY number DESC", [.text(page), .text(language.rawValue)])
    }

    package func add(_ version: PageVersion) throws {
        try execute(
            .insert(into: "page_version", pageColumns),
            [
                .text(version.page), .text(version.language.rawValue), .integer(version.number), .text(version.title),
                .text(version.content), .time(version.at), .text(version.actor.text),
            ])
    }

    private func pageVersions(_ condition: SQL, _ values: [SQLValue]) throws -> [PageVersion] {
        try query("SELECT " + .list(pageColumns) + " FROM page_version " + condition, values).map { row in
            PageVersion(
                page: try row.text("page"), language: try row.word("language"), number: try row.integer("number"),
                title: try row.text("title"), content: try row.text("content"), at: try row.time("at"),
                actor: AuditActor(text: try row.text("actor")))
        }
    }
}

private let pageColumns: [SQL] = ["page", "language", "number", "title", "content", "at", "actor"]

/// A list as it is kept.
package struct StoredList: Hashable, Sendable {
    package let id: String
    package let isPublished: Bool
    /// JSON.
    package let content: String

    package init(id: String, isPublished: Bool, content: String) {
        self.id = id
        self.isPublished = isPublished
        self.content = content
    }
}
