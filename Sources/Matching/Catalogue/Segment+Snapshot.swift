import Domain

extension Segment {
    func write(to writer: SnapshotWriter) throws {
        try writer.array(contents.arena.ends)
        try writer.array(contents.arena.bytes)
        try writer.array(text.terms)
        try writer.sets(text.programs)
        try writer.array(text.impacts)
        try writer.array(contents.closed.bits)
        try writer.array(contents.values.numbers)
        try writer.array(contents.values.starts)
        try writer.array(contents.values.values)
        try writer.sets(contents.values.sets)
        try contents.offerings.write(to: writer)
        try writer.array(contents.hours)
        try writer.array(contents.lastConfirmed)
        try writer.array(contents.titleLanguages)
        for ranks in contents.titleRanks { try writer.array(ranks) }
        try writer.array(live.words)
    }
}

extension SegmentParts {
    /// - Returns: the parts, and which programs count.
    static func read(_ reader: SnapshotReader, _ dictionary: FacetDictionary) throws -> (parts: SegmentParts, live: Bitset) {
        let ends = try reader.array(UInt32.self)
        let count = ends.count
        let arena = try reader.checked(ProgramArena(checking: reader.array(UInt8.self), ends: ends))
        guard count <= CatalogueBuilder.largestSegment else { throw SnapshotError.corrupted }
        let terms = try reader.array(Int32.self)
        let programs = try reader.sets(capacity: count)
        let impacts = try reader.array(TermImpact.self)
        guard terms.count == programs.count, impacts.count == programs.elementCount else { throw SnapshotError.corrupted }
        let closed = try reader.array(UInt64.self)
        let numbers = try reader.array(Int32.self)
        let starts = try reader.array(UInt32.self)
        let values = try reader.array(UInt16.self)
        let column = try reader.checked(
            ValueColumn(numbers: numbers, starts: starts, values: values, sets: reader.sets(capacity: count), dictionary: dictionary))
        let offerings = try OfferingColumns.read(reader)
        let hours = try reader.array(Double.self)
        let lastConfirmed = try reader.array(Int32.self)
        let titleLanguages = try reader.array(UInt8.self)
        let titleRanks = try Cases.languages.map { _ in try reader.array(UInt16.self) }
        let live = try reader.checked(Bitset(words: reader.array(UInt64.self), capacity: count))
        guard closed.count == count, offerings.starts.count == count + 1, hours.count == count, lastConfirmed.count == count,
            titleLanguages.count == count, titleRanks.allSatisfy({ $0.count == count && $0.allSatisfy { Int($0) < count } })
        else { throw SnapshotError.corrupted }
        let parts = SegmentParts(
            arena: arena, text: ProgramTextIndex(terms: terms, programs: programs, impacts: impacts), closed: closed, values: column,
            offerings: offerings, hours: hours, lastConfirmed: lastConfirmed, titleLanguages: titleLanguages, titleRanks: titleRanks)
        return (parts, live)
    }
}

extension OfferingColumns {
    fileprivate func write(to writer: SnapshotWriter) throws {
        try writer.array(starts)
        try writer.array(closed)
        try writer.array(firstDays)
        try writer.array(areaRows)
        try writer.array(cents)
        try writer.packed { $0.list(areas) { PackedArea.write($1, to: &$0) } }
    }

    fileprivate static func read(_ reader: SnapshotReader) throws -> OfferingColumns {
        let starts = try reader.array(UInt32.self)
        let closed = try reader.array(UInt32.self)
        let firstDays = try reader.array(Int32.self)
        let areaRows = try reader.array(UInt16.self)
        let cents = try reader.array(Int32.self)
        let areas = try reader.packed { $0.list { PackedArea.read(&$0) } }
        return try reader.checked(
            OfferingColumns(starts: starts, closed: closed, firstDays: firstDays, areaRows: areaRows, cents: cents, areas: areas))
    }
}

private enum PackedArea {
    static func write(_ area: PostalArea, to writer: inout PackedWriter) {
        writer.text(area.code)
        writer.text(area.place)
        writer.double(area.coordinate.latitude)
        writer.double(area.coordinate.longitude)
        writer.text(area.region.rawValue)
    }

    static func read(_ reader: inout PackedReader) -> PostalArea {
        PostalArea(
            code: reader.text(), place: reader.text(), coordinate: Coordinate(latitude: reader.double(), longitude: reader.double()),
            region: Region.ID(reader.text()))
    }
}
