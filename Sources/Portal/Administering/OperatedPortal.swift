package import Domain
package import Foundation
package import Storage
import Synchronization

/// What operators set, as it is now. A value: a request keeps the one it took.
package struct OperatedPortal: Sendable {
    package var branding = Branding()
    package var choices = PortalChoices()
    /// In order, those that are not published among them. `nil` until somebody changed one.
    package var lists: [OperatedList]?
    /// The last version of each page in each language.
    package var pages: [PageVersion] = []
    /// Where institutions that were merged away are now.
    package var successors: [Institution.ID: Institution.ID] = [:]
    /// The picture beside the portal's name.
    package var logo: [UInt8]?
    package var timeZone: TimeZone?

    package init() {}

    /// The text of a page that operators wrote; `nil` where there is none.
    package func page(_ key: String, _ language: Language) -> PageVersion? {
        pages.first { $0.page == key && $0.language == language && !$0.content.isEmpty }
    }

    /// Further pages, by key: those with a text in one language at least.
    package var furtherPages: [String] {
        Set(pages.filter { !$0.content.isEmpty && !PageVersion.standing.contains($0.page) }.map(\.page)).sorted()
    }
}

/// A list with whether the public sees it.
package struct OperatedList: Hashable, Sendable {
    package var list: CuratedList
    package var isPublished: Bool

    package init(_ list: CuratedList, isPublished: Bool) {
        self.list = list
        self.isPublished = isPublished
    }
}

/// What operators set, for whoever asks: replaced whole when something changed.
package final class CurrentPortal: Sendable {
    private let value = Mutex(OperatedPortal())

    package init() {}

    package var current: OperatedPortal { value.withLock { $0 } }

    package func replace(_ portal: OperatedPortal) { value.withLock { $0 = portal } }
}

/// Reads what operators set.
package struct LoadOperatedPortal: Sendable {
    private let database: any SQLDatabase

    package init(database: any SQLDatabase) { self.database = database }

    package func callAsFunction() async throws -> OperatedPortal { try await database.read { try $0.operatedPortal() } }
}

extension SQLConnection {
    func operatedPortal() throws -> OperatedPortal {
        var portal = OperatedPortal()
        portal.branding = try document(PortalDocument.branding) ?? Branding()
        portal.choices = try document(PortalDocument.choices) ?? PortalChoices()
        portal.timeZone = portal.choices.timeZone.flatMap { TimeZone(identifier: $0) }
        let lists = try operatedLists()
        portal.lists = lists.isEmpty ? nil : lists
        portal.pages = try currentPages()
        portal.successors = try successors()
        portal.logo = try portal.branding.logo.flatMap { try portalPicture($0.key) }
        return portal
    }

    /// Empty until somebody changed one.
    func operatedLists() throws -> [OperatedList] {
        try curatedLists().map { stored in
            OperatedList(
                try PortalDocument.value(CuratedList.self, stored.content, named: "curated_list"), isPublished: stored.isPublished)
        }
    }

    func document<Value: Decodable>(_ name: String) throws -> Value? {
        try portalDocument(name).map { try PortalDocument.value(Value.self, $0, named: name) }
    }
}

/// Documents as JSON text.
enum PortalDocument {
    static let branding = "branding"
    static let choices = "choices"

    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, _ text: String, named name: String) throws -> Value {
        do { return try JSONDecoder().decode(type, from: Data(text.utf8)) } catch {
            throw StorageError.unexpected(column: name, found: "\(error)")
        }
    }
}
