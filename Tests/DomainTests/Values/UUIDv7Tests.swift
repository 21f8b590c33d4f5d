import Domain
import Testing

/// Identifiers that sort by when they were made.
@Suite struct UUIDv7Tests {
    private static let now = Timestamp(milliseconds: 1_795_392_000_123)

    @Test func `an identifier has the shape of a version 7 UUID`() {
        for _ in 0..<1_000 {
            let id = UUIDv7.make(at: Self.now)
            #expect(id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil, "\(id)")
        }
    }

    @Test func `the first 48 bits are the time`() {
        let id = UUIDv7.make(at: Self.now)
        let digits = id.replacing("-", with: "").prefix(12)
        #expect(Int64(digits, radix: 16) == Self.now.milliseconds)
    }

    @Test func `a later identifier sorts after an earlier one`() {
        var generator = SeededGenerator(seed: 5)
        var last = ""
        for step in 0..<5_000 {
            let id = UUIDv7.make(at: Timestamp(milliseconds: Self.now.milliseconds + Int64(step)), using: &generator)
            #expect(last < id)
            last = id
        }
    }

    @Test func `identifiers of the same millisecond differ`() {
        #expect(Set((0..<10_000).map { _ in UUIDv7.make(at: Self.now) }).count == 10_000)
    }

    @Test func `the same generator makes the same identifiers`() {
        var one = SeededGenerator(seed: 9)
        var other = SeededGenerator(seed: 9)
        #expect(UUIDv7.make(at: Self.now, using: &one) == UUIDv7.make(at: Self.now, using: &other))
    }

    @Test func `a time before 1970 counts as 1970`() {
        #expect(UUIDv7.make(at: Timestamp(milliseconds: -5)).hasPrefix("00000000-0000-7"))
    }
}
