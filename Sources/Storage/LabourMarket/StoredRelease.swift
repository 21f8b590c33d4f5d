package import Domain

/// One release of labour-market data as it is stored: its description, and its content as one document.
package struct StoredRelease: Hashable, Sendable {
    package struct Description: Hashable, Sendable {
        /// `noc`, `cops`, …: the sets of data that are switched on their own.
        package let kind: String
        package let version: String
        package let asOf: CalendarDate
        package let loadedAt: Timestamp
        package let rows: Int
        /// In use. At most one release of a kind is.
        package let isCurrent: Bool

        package init(kind: String, version: String, asOf: CalendarDate, loadedAt: Timestamp, rows: Int, isCurrent: Bool) {
            self.kind = kind
            self.version = version
            self.asOf = asOf
            self.loadedAt = loadedAt
            self.rows = rows
            self.isCurrent = isCurrent
        }
    }

    package let description: Description
    package let content: String

    package init(description: Description, content: String) {
        self.description = description
        self.content = content
    }
}
