import Domain
import Matching
import Testing

/// A catalogue as bytes, and bytes that are none.
struct SnapshotTests {
    private func bytes(_ catalogue: Catalogue) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try catalogue.write { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// - Parameter portion: at most so many bytes are given at a time, as a pipe may do.
    private func read(_ bytes: [UInt8], portion: Int = .max) throws -> Catalogue {
        var at = 0
        return try Catalogue(
            reading: { buffer in
                let count = min(buffer.count, bytes.count - at, portion)
                buffer.copyBytes(from: bytes[at..<at + count])
                at += count
                return count
            }, labourMarket: SampleLabourMarket.information)
    }

    private func error(_ bytes: [UInt8]) -> SnapshotError? {
        do {
            _ = try read(bytes)
            return nil
        } catch { return error as? SnapshotError }
    }

    @Test(arguments: 1...4)
    func `what was written is read as the same catalogue`(seed: UInt64) throws {
        var random = RandomCatalogue(seed: 9500 + seed)
        let catalogue = Catalogue.sample(random.programs(90)).applying(random.programs(9))
        let restored = try read(try bytes(catalogue), portion: 1 + random.number(5000))
        #expect(restored.programs == catalogue.programs)
        #expect(restored.institutions == catalogue.institutions)
        #expect(restored.today == catalogue.today)
        expectSame(restored, catalogue, &random)
        let changes = random.programs(5)
        expectSame(restored.applying(changes), catalogue.applying(changes), &random)
        expectSame(restored.on(CalendarDate.today.adding(days: 9)), catalogue.on(CalendarDate.today.adding(days: 9)), &random)
    }

    @Test func `an empty catalogue can be written and read`() throws {
        #expect(try read(try bytes(Catalogue.sample([]))).programCount == 0)
    }

    @Test func `something else is told from a snapshot, and so is another version of it`() throws {
        #expect(error(Array("%PDF-1.7 and so on, for a while".utf8)) == .notASnapshot)
        #expect(error([]) == .truncated)
        var bytes = try bytes(Catalogue.sample([.sample("a")]))
        bytes[11] = 99
        #expect(error(bytes) == .otherVersion)
    }

    @Test func `an end that is missing is noticed wherever it is`() throws {
        let bytes = try bytes(Catalogue.sample([.sample("a"), .sample("b", tags: [.skill("welding")])]))
        for end in stride(from: 0, to: bytes.count, by: 17) { #expect(error(Array(bytes[..<end])) != nil, "\(end)") }
    }

    @Test func `a byte that changed is noticed wherever it is`() throws {
        var random = RandomCatalogue(seed: 9600)
        let bytes = try bytes(Catalogue.sample(random.programs(20)))
        for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 150)) {
            var damaged = bytes
            damaged[place] ^= UInt8(1 + random.number(255))
            #expect(error(damaged) != nil, "\(place) of \(bytes.count)")
        }
    }

    @Test func `what the source throws reaches whoever reads`() {
        struct Unplugged: Error {}
        #expect(throws: Unplugged.self) { try Catalogue(reading: { _ in throw Unplugged() }, labourMarket: SampleLabourMarket.information) }
    }
}
