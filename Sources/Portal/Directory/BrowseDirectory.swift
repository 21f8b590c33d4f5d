package import Domain
import Matching
import Storage
import TextAnalysis

/// The directory as an institution sees it: without addresses, and without those who want nothing from it.
package struct BrowseDirectory: Sendable {
    let desk: DirectoryDesk

    package static let pageLength = 20

    package struct Query: Hashable, Sendable {
        package var words = ""
        package var interest: DirectoryEntry.Interest?
        package var industry: Industry.Code?
        package var region: Region.ID?
        /// From 1.
        package var page = 1

        package init() {}
    }

    /// What an institution may know of an employer.
    package struct Line: Hashable, Sendable {
        package let id: DirectoryEntry.ID
        package let organisation: String
        package let contact: String
        package let language: Language
        package let interests: [DirectoryEntry.Interest]
        package let industries: [Industry.Code]
        package let regions: [Region.ID]
        package let note: String
        /// When this institution wrote last.
        package let writtenAt: Timestamp?
        /// When it may write; `nil` for now.
        package let mayWriteAt: Timestamp?

        init(_ entry: DirectoryEntry, writtenAt: Timestamp?, now: Timestamp) {
            id = entry.id
            organisation = entry.organisation
            contact = entry.contact
            language = entry.language
            interests = entry.interests
            industries = entry.industries
            regions = entry.regions
            note = entry.note
            self.writtenAt = writtenAt
            mayWriteAt = writtenAt.map { $0.later(SendOutreach.between) }.flatMap { $0 > now ? $0 : nil }
        }
    }

    package struct Found: Sendable {
        package let lines: [Line]
        package let total: Int
        /// From 1.
        package let page: Int
        package let pages: Int
    }

    package init(desk: DirectoryDesk) { self.desk = desk }

    package func callAsFunction(_ query: Query, for institution: Institution.ID) async throws -> Found {
        let now = desk.clock.now
        let (entries, written) = try await desk.database.read { connection in
            (try connection.listedEntries(for: institution, at: now), try connection.lastOutreach(from: institution))
        }
        let found = Self.found(query, among: entries)
        let pages = max(1, (found.count + Self.pageLength - 1) / Self.pageLength)
        let page = min(max(1, query.page), pages)
        let lines = found.dropFirst((page - 1) * Self.pageLength).prefix(Self.pageLength).map {
            Line($0, writtenAt: written[$0.id], now: now)
        }
        return Found(lines: lines, total: found.count, page: page, pages: pages)
    }

    /// What an institution wrote, the latest first, and to how many who are still there.
    package func sent(by institution: Institution.ID) async throws -> [(letter: OutreachLetter, count: Int)] {
        try await desk.database.read { try $0.outreach(from: institution) }
    }

    /// Those whose texts hold every word, and that meet every filter.
    static func found(_ query: Query, among entries: [DirectoryEntry]) -> [DirectoryEntry] {
        let words = Folding.folded(query.words).split { $0.isWhitespace }
        return entries.filter { entry in
            if let interest = query.interest, !entry.interests.contains(interest) { return false }
            if let industry = query.industry, !entry.industries.contains(industry) { return false }
            // No region is every region.
            if let region = query.region, !entry.regions.isEmpty, !entry.regions.contains(region) { return false }
            guard !words.isEmpty else { return true }
            let text = Folding.folded([entry.organisation, entry.contact, entry.note].joined(separator: " "))
            return words.allSatisfy { text.contains($0) }
        }
    }
}
