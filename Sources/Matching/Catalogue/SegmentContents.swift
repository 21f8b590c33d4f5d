import Domain

/// What no day and no other program changes of a segment.
final class SegmentContents: Sendable {
    let arena: ProgramArena
    let ids: ProgramIDTable
    let text: ProgramTextIndex
    let closed: ClosedColumn
    let values: ValueColumn
    let offerings: OfferingColumns
    /// Infinite when the institution has not said.
    let hours: [Double]
    /// Number of the day; `never`.
    let lastConfirmed: [Int32]
    /// `Language.bit` of each language the title is in.
    let titleLanguages: [UInt8]
    /// For each language, English first, the place of each program in the order of title, then id: what breaks ties.
    let titleRanks: [[UInt16]]

    static let never = Int32.min

    init(_ parts: SegmentParts) {
        arena = parts.arena
        ids = ProgramIDTable(arena)
        text = parts.text
        closed = ClosedColumn(
            parts.closed, firstNumber: FacetDictionary.ofPrograms.lowerBound, valueCount: FacetDictionary.ofPrograms.count)
        values = parts.values
        offerings = parts.offerings
        hours = parts.hours
        lastConfirmed = parts.lastConfirmed
        titleLanguages = parts.titleLanguages
        let arena = arena
        titleRanks = parts.titleRanks ?? Cases.languages.map { TitleOrder.ranks(arena, language: $0) }
    }

    /// Replaced and withdrawn programs included.
    var count: Int { arena.count }
}

/// What segments are made of, whether their programs were read, came from other segments, or from a snapshot.
struct SegmentParts {
    var arena = ProgramArena()
    var text: ProgramTextIndex
    /// Bits of the closed facets of programs.
    var closed: [UInt64] = []
    var values: ValueColumn
    var offerings = OfferingColumns()
    var hours: [Double] = []
    var lastConfirmed: [Int32] = []
    var titleLanguages: [UInt8] = []
    /// `nil` when they have still to be found out.
    var titleRanks: [[UInt16]]?
}
