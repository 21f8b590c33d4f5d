import LabourMarket
import Testing

struct DelimitedTextWriterTests {
    @Test func `cells are quoted only when they must be`() {
        var writer = DelimitedTextWriter(columns: ["a", "b"])
        writer.append(["plain", "a \"b\", c"])
        #expect(writer.text == "a,b\r\nplain,\"a \"\"b\"\", c\"\r\n")
    }

    @Test(arguments: DelimitedText.Separator.allCases)
    func `what is written is read back`(separator: DelimitedText.Separator) throws {
        var generator = SeededGenerator(seed: 7)
        let alphabet = Array("ab,;\t\"\né’ x")
        for _ in 0..<300 {
            let rows = (0..<3).map { _ in
                (0..<3).map { _ in
                    "k" + String((0..<Int.random(in: 0...8, using: &generator)).map { _ in alphabet.randomElement(using: &generator)! })
                        + "k"
                }
            }
            var writer = DelimitedTextWriter(columns: ["one", "two", "three"], separator: separator, byteOrderMark: true)
            for row in rows { writer.append(row) }
            let text = try DelimitedText(Array(writer.text.utf8), name: "a.csv", options: .init(separator: separator))
            let columns = try text.require("one", "two", "three")
            #expect(text.rows.map { row in columns.map { row[$0] } } == rows)
        }
    }
}

/// SplitMix64: the same sequence for the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
