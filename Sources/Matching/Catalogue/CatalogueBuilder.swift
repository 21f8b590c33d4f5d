package import Domain

/// Makes a catalogue of programs that come a few thousand at a time: each lot is read on all processors and kept as bytes, so that
/// programs as values never fill the memory.
package struct CatalogueBuilder {
    private var catalogue: Catalogue
    private let capacity: Int
    /// One for each processor.
    private var builders: [SegmentBuilder] = []

    /// A lot smaller than this is read on one processor: sharing it out would cost more.
    private static let worthSharing = 512

    /// Programs in one part of the catalogue: as many as two bytes can number, with one value to spare.
    package static let largestSegment = 65_535

    /// - Parameter segmentSize: at most so many programs in one part; smaller ones are for tests.
    package init(
        institutions: [Institution], labourMarket: LabourMarketInformation, today: CalendarDate,
        segmentSize: Int = CatalogueBuilder.largestSegment
    ) {
        self.init(Catalogue(institutions: institutions, labourMarket: labourMarket, today: today), capacity: segmentSize)
    }

    init(_ catalogue: Catalogue, capacity: Int = CatalogueBuilder.largestSegment) {
        self.catalogue = catalogue
        self.capacity = capacity
    }

    /// Adds programs, or replaces those with the same id; one that is not published disappears.
    package mutating func add(_ programs: [Program]) {
        let programs = Self.lastOfEach(programs)
        withdraw(programs.map(\.id))
        let published = programs.filter { $0.state == .published }
        guard !published.isEmpty else { return }
        let parts = published.count < Self.worthSharing ? 1 : processorCount
        while builders.count < parts { builders.append(SegmentBuilder(catalogue.labourMarket, capacity: capacity)) }
        let size = (published.count + parts - 1) / parts
        var rest = (0..<parts).map { published[min($0 * size, published.count)..<min(($0 + 1) * size, published.count)] }
        while true {
            let institutions = catalogue.institutions
            builders.withUnsafeMutableBufferPointer { builders in
                rest = concurrently(parts) { part in
                    var next = rest[part]
                    while let program = next.first, builders[part].hasRoom(for: program) {
                        builders[part].add(program, institution: institutions[program.institution])
                        next.removeFirst()
                    }
                    return next
                }
            }
            let full = rest.indices.filter { !rest[$0].isEmpty }
            if full.isEmpty { return }
            close(full)
        }
    }

    package consuming func finish() -> Catalogue {
        close(builders.indices.filter { builders[$0].count > 0 })
        return catalogue
    }

    private static func lastOfEach(_ programs: [Program]) -> [Program] {
        guard programs.count > 1 else { return programs }
        var places = [Program.ID: Int](minimumCapacity: programs.count)
        for (place, program) in programs.enumerated() { places[program.id] = place }
        return places.count == programs.count ? programs : places.values.sorted().map { programs[$0] }
    }

    private mutating func withdraw(_ ids: [Program.ID]) {
        if !catalogue.segments.isEmpty {
            let parts = ids.count < Self.worthSharing ? 1 : processorCount
            let size = (ids.count + parts - 1) / parts
            let catalogue = catalogue
            let found = concurrently(parts) { part in
                ids[min(part * size, ids.count)..<min((part + 1) * size, ids.count)].compactMap { catalogue.place(of: $0) }
            }
            for place in found.joined() { self.catalogue.remove(place) }
        }
        for builder in builders.indices where builders[builder].count > 0 {
            for id in ids { builders[builder].withdraw(id) }
        }
    }

    /// Makes segments of what some builders have read.
    private mutating func close(_ full: [Int]) {
        // Numbers are handed out one builder after the other; everything else goes on at the same time.
        let numberings = full.map { self.builders[$0].numbering(&catalogue.vocabulary, &catalogue.dictionary) }
        let dictionary = catalogue.dictionary
        let today = catalogue.today
        let builders = builders
        catalogue.append(concurrently(full.count) { builders[full[$0]].segment(numberings[$0], dictionary: dictionary, today: today) })
        for builder in full { self.builders[builder].startOver() }
    }
}
