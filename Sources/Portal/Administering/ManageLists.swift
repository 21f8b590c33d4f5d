import Domain
import Matching
import Storage

/// The ready-made lists: made, changed, put in order, shown and taken off.
package struct ManageLists: Sendable {
    let desk: OperatingDesk

    /// More is no help to anybody who looks for the one.
    static let most = 60

    /// Every list in order, those that are not shown among them.
    package var all: [OperatedList] { desk.settings.operated.current.lists ?? Self.standard }

    package static var standard: [OperatedList] { BuiltInLists.all.map { OperatedList($0, isPublished: true) } }

    package func list(_ id: CuratedList.ID) -> OperatedList? { all.first { $0.list.id == id } }

    /// Whether the portal came with it.
    package static func isStandard(_ id: CuratedList.ID) -> Bool { BuiltInLists.all.contains { $0.id == id } }

    /// What a list would hold, without keeping it.
    package func trial(_ fields: ListFields, of id: CuratedList.ID?) throws -> ProgramList {
        let catalogue = desk.catalogue.current
        let id = id ?? CuratedList.ID("trial")
        let list = try fields.list(id, others: all.map(\.list).filter { $0.id != id }, catalogue: catalogue, today: desk.today)
        return MakeList(list, catalogue: catalogue)()
    }

    /// A new list, which the public does not see yet.
    @discardableResult
    package func create(_ fields: ListFields, by person: SignedIn) async throws -> CuratedList.ID {
        let id = CuratedList.ID(UUIDv7.make(at: desk.clock.now))
        try await change(.listChanged, id, by: person) { lists, desk in
            guard lists.count < Self.most else { throw OperatingError.fields([OperatingProblem("title-en", "tooManyLists")]) }
            let list = try fields.list(id, others: lists.map(\.list), catalogue: desk.catalogue.current, today: desk.today)
            lists.append(OperatedList(list, isPublished: false))
        }
        return id
    }

    package func change(_ id: CuratedList.ID, to fields: ListFields, by person: SignedIn) async throws {
        try await change(.listChanged, id, by: person) { lists, desk in
            let others = lists.map(\.list).filter { $0.id != id }
            let list = try fields.list(id, others: others, catalogue: desk.catalogue.current, today: desk.today)
            lists[try Self.place(of: id, in: lists)].list = list
        }
    }

    package func show(_ id: CuratedList.ID, _ isPublished: Bool, by person: SignedIn) async throws {
        try await change(isPublished ? .listPublished : .listUnpublished, id, by: person) { lists, _ in
            lists[try Self.place(of: id, in: lists)].isPublished = isPublished
        }
    }

    package func move(_ id: CuratedList.ID, up isUp: Bool, by person: SignedIn) async throws {
        try await change(.listMoved, id, by: person) { lists, _ in
            let place = try Self.place(of: id, in: lists)
            let other = place + (isUp ? -1 : 1)
            guard lists.indices.contains(other) else { return }
            lists.swapAt(place, other)
        }
    }

    /// One the portal came with is as it was again; any other is gone.
    package func erase(_ id: CuratedList.ID, by person: SignedIn) async throws {
        try await change(.listErased, id, by: person) { lists, _ in
            let place = try Self.place(of: id, in: lists)
            if let standard = BuiltInLists.all.first(where: { $0.id == id }) {
                lists[place].list = standard
            } else {
                lists.remove(at: place)
            }
        }
    }

    private static func place(of id: CuratedList.ID, in lists: [OperatedList]) throws(OperatingError) -> Int {
        guard let place = lists.firstIndex(where: { $0.list.id == id }) else { throw .unknown }
        return place
    }

    private func change(
        _ act: AuditAct, _ id: CuratedList.ID, by person: SignedIn,
        _ body: @Sendable @escaping (inout [OperatedList], OperatingDesk) throws -> Void
    ) async throws {
        try desk.require(.managePortal, person)
        let (now, desk) = (desk.clock.now, desk)
        try await desk.write { connection in
            let stored = try connection.operatedLists()
            let before = stored.isEmpty ? Self.standard : stored
            var lists = before
            try body(&lists, desk)
            guard lists != before else { return }
            try connection.replaceCuratedLists(
                with: lists.map {
                    StoredList(id: $0.list.id.rawValue, isPublished: $0.isPublished, content: try PortalDocument.text($0.list))
                })
            let title = lists.first { $0.list.id == id }?.list.title ?? before.first { $0.list.id == id }?.list.title
            try connection.append(AuditEntry(act, by: person.actor, on: title?.text(.en) ?? id.rawValue), at: now)
            try connection.appendChanges([.portal("lists")], at: now)
        }
    }
}
