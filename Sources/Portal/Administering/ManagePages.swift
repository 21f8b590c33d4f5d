package import Domain
import Matching
import Storage

/// Pages that operators write: privacy, terms, accessibility, and further ones. Every version is kept.
package struct ManagePages: Sendable {
    let desk: OperatingDesk

    package static let longest = 100_000
    private static let longestTitle = 120
    private static let most = 40

    package struct Text: Hashable, Sendable {
        package var title: String
        package var content: String

        package init(title: String, content: String) {
            self.title = title
            self.content = content
        }
    }

    /// The pages every portal has, and further ones that were written once.
    package var keys: [String] {
        PageVersion.standing + Set(desk.settings.operated.current.pages.map(\.page)).subtracting(PageVersion.standing).sorted()
    }

    package func current(_ key: String, _ language: Language) -> PageVersion? { desk.settings.operated.current.page(key, language) }

    /// The newest first.
    package func versions(_ key: String, _ language: Language) async throws -> [PageVersion] {
        try await desk.database.read { try $0.versions(ofPage: key, language) }
    }

    /// What is wrong with a text, before whoever knows Markdown has looked at it.
    package func problems(_ text: Text) -> [OperatingProblem] {
        var problems: [OperatingProblem] = []
        if text.title.isBlank { problems.append(OperatingProblem("title", "pageTitle")) }
        if text.title.count > Self.longestTitle {
            problems.append(OperatingProblem("title", "tooLong", ["count": String(Self.longestTitle)]))
        }
        if text.content.isBlank { problems.append(OperatingProblem("content", "pageContent")) }
        if text.content.utf8.count > Self.longest {
            problems.append(OperatingProblem("content", "tooLong", ["count": String(Self.longest)]))
        }
        return problems
    }

    /// A key for a further page.
    package func key(_ typed: String) throws(OperatingError) -> String {
        var fields = InstitutionFields()
        fields.id = typed
        let key = fields.key
        guard InstitutionFields.isKey(key) else { throw .fields([OperatingProblem("key", "key")]) }
        guard !keys.contains(key) else { throw .fields([OperatingProblem("key", "pageTaken")]) }
        guard keys.count < Self.most else { throw .fields([OperatingProblem("key", "tooMany", ["count": String(Self.most)])]) }
        return key
    }

    /// - Parameter seen: the number of the version that was looked at; 0 for none.
    package func publish(_ key: String, _ language: Language, _ text: Text, seen: Int, by person: SignedIn) async throws {
        let problems = problems(text)
        guard problems.isEmpty else { throw OperatingError.fields(problems) }
        guard InstitutionFields.isKey(key) else { throw OperatingError.unknown }
        try await add(key, language, text, .pagePublished, seen: seen, by: person)
    }

    /// The portal's own text shows again; a further page is not there any more in this language.
    package func takeBack(_ key: String, _ language: Language, seen: Int, by person: SignedIn) async throws {
        let title = current(key, language)?.title ?? ""
        try await add(key, language, Text(title: title, content: ""), .pageTakenBack, seen: seen, by: person)
    }

    private func add(
        _ key: String, _ language: Language, _ text: Text, _ act: AuditAct, seen: Int, by person: SignedIn
    ) async throws {
        try desk.require(.managePortal, person)
        let now = desk.clock.now
        try await desk.write { connection in
            let last = try connection.versions(ofPage: key, language).first
            guard (last?.number ?? 0) == seen else { throw OperatingError.changedSince }
            guard last?.title != text.title || last?.content != text.content else { return }
            guard act == .pagePublished || last?.content.isEmpty == false else { return }
            try connection.add(
                PageVersion(
                    page: key, language: language, number: seen + 1, title: text.title.trimmed, content: text.content, at: now,
                    actor: person.actor))
            try connection.append(
                AuditEntry(
                    act, by: person.actor, on: "\(key)/\(language.rawValue)", from: last.map { String($0.number) }, to: String(seen + 1)),
                at: now)
            try connection.appendChanges([.portal("pages")], at: now)
        }
    }
}
