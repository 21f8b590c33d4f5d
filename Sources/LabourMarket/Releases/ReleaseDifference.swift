/// What would change if one release took the place of another: rows by their key, table by table.
package struct ReleaseDifference: Hashable, Sendable {
    package struct Table: Hashable, Sendable {
        package let name: String
        package let added: Int
        package let removed: Int
        package let changed: Int
        package let unchanged: Int
        /// At most `exampleLimit` of each sort, added first.
        package let examples: [Example]
    }

    /// A row before and after, cells parted by tabs. `nil` before: added. `nil` after: removed.
    package struct Example: Hashable, Sendable {
        package let before: String?
        package let after: String?
    }

    package static let exampleLimit = 5
    package let tables: [Table]

    package var isEmpty: Bool { tables.allSatisfy { $0.added + $0.removed + $0.changed == 0 } }
}

extension Release {
    /// What loading this release changes when `earlier` (nothing, for the first one) is in use.
    package func difference(from earlier: Release?) -> ReleaseDifference {
        var names = tables.map(\.name)
        names += (earlier?.tables ?? []).map(\.name).filter { !names.contains($0) }
        return ReleaseDifference(tables: names.map { Self.difference($0, from: earlier?.table($0), to: table($0)) })
    }

    private static func difference(_ name: String, from earlier: ReleaseTable?, to later: ReleaseTable?) -> ReleaseDifference.Table {
        let before = earlier?.rowsByKey ?? [:]
        let after = later?.rowsByKey ?? [:]
        let added = after.keys.filter { before[$0] == nil }.sorted()
        let removed = before.keys.filter { after[$0] == nil }.sorted()
        let changed = after.keys.filter { key in before[key].map { $0 != after[key] } ?? false }.sorted()
        let limit = ReleaseDifference.exampleLimit
        let examples = (added.prefix(limit) + removed.prefix(limit) + changed.prefix(limit)).map {
            ReleaseDifference.Example(before: before[$0].map(String.init), after: after[$0].map(String.init))
        }
        return ReleaseDifference.Table(
            name: name, added: added.count, removed: removed.count, changed: changed.count,
            unchanged: after.count - added.count - changed.count, examples: examples)
    }
}

extension ReleaseTable {
    fileprivate var rowsByKey: [Substring: Substring] {
        var rows: [Substring: Substring] = [:]
        rows.reserveCapacity(rowCount)
        for line in text.utf8.split(separator: 0x0A) {
            var tabs = 0
            let key = line.prefix { byte in
                if byte == 0x09 { tabs += 1 }
                return tabs < keyColumns
            }
            rows[Substring(key)] = Substring(line)
        }
        return rows
    }
}
