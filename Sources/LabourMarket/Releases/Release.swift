package import Domain

/// One publisher's data of one version, in the portal's own normalised tables: what is stored, compared and switched.
///
/// The same value comes from a publisher's files (`ReleaseReader`), from the documents built in (`BuiltInReleases`), or from a
/// database row (`Release(document:)`).
package struct Release: Hashable, Sendable {
    package let kind: ReleaseKind
    /// Its `rows` is the number of rows of all tables.
    package let source: ReferenceSource
    package let tables: [ReleaseTable]
    /// What the publisher's files held that is not in the tables, in sentences for the command line. Not part of the document.
    package let leftOut: [String]

    package init(kind: ReleaseKind, source: ReferenceSource, tables: [ReleaseTable], leftOut: [String] = []) {
        self.kind = kind
        self.tables = tables
        self.leftOut = leftOut
        self.source = ReferenceSource(
            key: source.key, publisher: source.publisher, title: source.title, version: source.version, asOf: source.asOf,
            licence: source.licence, url: source.url, rows: tables.reduce(0) { $0 + $1.rowCount })
    }

    package var version: String { source.version }
    package var asOf: CalendarDate { source.asOf }

    package func table(_ name: String) -> ReleaseTable? { tables.first { $0.name == name } }

    /// A table the release cannot do without.
    func requiredTable(_ name: String) throws(ReleaseError) -> ReleaseTable {
        guard let table = table(name) else { throw ReleaseError(kind: kind, table: name, reason: .missingTable) }
        return table
    }
}
