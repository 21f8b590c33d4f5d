/// Where a set of reference data comes from: shown beside every figure and on the "About the data" page.
package struct ReferenceSource: Hashable, Sendable, Codable {
    /// `noc`, `naics`, `onet`, `oasis`, `cops`, `esco`, `tremplin-skills`, `geography`, `outlooks`, `wages`, …
    package let key: String
    package let publisher: LocalizedText
    package let title: LocalizedText
    package let version: String
    /// The day the publisher's figures are as of.
    package let asOf: CalendarDate
    package let licence: LocalizedText
    package let url: String
    package let rows: Int

    package init(
        key: String, publisher: LocalizedText, title: LocalizedText, version: String, asOf: CalendarDate,
        licence: LocalizedText, url: String, rows: Int
    ) {
        self.key = key
        self.publisher = publisher
        self.title = title
        self.version = version
        self.asOf = asOf
        self.licence = licence
        self.url = url
        self.rows = rows
    }
}
