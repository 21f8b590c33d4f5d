import Synchronization
import Testing

@testable import LabourMarket

/// A text read in pieces is the same text, wherever it is cut.
struct DelimitedPiecesTests {
    struct Reading: Equatable {
        var columns: [String] = []
        var rows: [[String]] = []
        var numbers: [Int] = []
        var lines: [Int] = []
        var error: DelimitedTextError?
    }

    /// Cuts of every length from 1 to 9 bytes, in an order that the generator says, or of one length.
    private func inPieces(_ bytes: [UInt8], cut: () -> Int) -> Reading {
        var pieces: [[UInt8]] = []
        var position = 0
        while position < bytes.count {
            let end = min(bytes.count, position + cut())
            pieces.append(Array(bytes[position..<end]))
            position = end
        }
        var detection = EncodingDetection()
        for piece in pieces { detection.add(piece) }
        #expect(detection.encoding == TextEncoding.detect(bytes))
        let source = PieceSource(pieces)
        var reading = Reading()
        do {
            var table = try DelimitedPieces(name: "x", encoding: detection.encoding) { source.next() }
            reading.columns = table.columns
            while let piece = try table.next() { add(piece, to: &reading) }
        } catch {
            reading.error = error as? DelimitedTextError
        }
        return reading
    }

    private func whole(_ bytes: [UInt8]) -> Reading {
        var reading = Reading()
        do throws(DelimitedTextError) {
            let table = try DelimitedText(bytes, name: "x")
            reading.columns = table.columns
            add(table, to: &reading)
        } catch {
            reading.error = error
        }
        return reading
    }

    private func add(_ table: DelimitedText, to reading: inout Reading) {
        for row in table.rows {
            reading.rows.append(table.columns.indices.map { table.storage.text(record: row.record, cell: $0) })
            reading.numbers.append(row.number)
            reading.lines.append(row.line)
        }
    }

    private func check(_ bytes: [UInt8], cut: () -> Int) {
        let expected = whole(bytes)
        var read = inPieces(bytes, cut: cut)
        // A text with a mistake has no rows when it is read whole; in pieces those before the mistake have been handed over.
        if expected.error != nil { (read.columns, read.rows, read.numbers, read.lines) = ([], [], [], []) }
        #expect(read == expected, "\(bytes)")
    }

    @Test(arguments: 1...9) func `wherever a text is cut, it reads the same`(length: Int) {
        let text = "\u{FEFF}a,b,c\r\n1,\"x, \"\"y\"\"\nz\",é\r\n\r\n , ,\r\n\u{1F525} fire ,,\"\"\n\"\",\"\",q\rlast,\"\r\",\u{E9}"
        check(Array(text.utf8), cut: { length })
        check([0xFF, 0xFE] + Array(text.dropFirst().utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, cut: { length })
        check(text.unicodeScalars.filter { $0.value < 256 }.map { UInt8($0.value) }, cut: { length })
    }

    @Test func `any bytes read the same in pieces, mistakes included, and nothing crashes`() {
        var random = SeededBytes(seed: 5)
        // What a table is made of, and what breaks one.
        let alphabet: [[UInt8]] = [
            [0x2C], [0x2C], [0x22], [0x22, 0x22], [0x0A], [0x0D], [0x0D, 0x0A], [0x61], [0x62], [0x20], [0x00], [0xC3, 0xA9], [0xE9],
            [0xFF],
            [0xF0, 0x9F, 0x94, 0xA5], [0x3B], [0x09], [0x2C, 0x61, 0x0A],
        ]
        for round in 0..<1_000 {
            var bytes: [UInt8] = round % 3 == 0 ? [] : Array("a,b\n".utf8)
            if round % 17 == 0 { bytes = [0xFF, 0xFE] }
            for _ in 0..<random.next(40) { bytes += alphabet[random.next(alphabet.count)] }
            check(bytes, cut: { 1 + random.next(7) })
        }
    }

    @Test func `rows before a mistake are handed over before it, however the text is cut`() {
        let text = Array("a,b\n1,2\n3,4\n5\n".utf8)
        for length in 1...14 {
            let read = inPieces(text, cut: { length })
            #expect(read.rows == [["1", "2"], ["3", "4"]])
            #expect(read.error?.row == 4 && read.error?.reason == .cellCount(found: 1, expected: 2))
        }
    }

    @Test func `a record that does not end is refused before it fills the memory`() {
        let source = PieceSource([Array("a,b\n\"".utf8)], then: [UInt8](repeating: 0x61, count: 1 << 20))
        let error = #expect(throws: DelimitedTextError.self) {
            var table = try DelimitedPieces(name: "x", encoding: .utf8) { source.next() }
            while try table.next() != nil {}
        }
        #expect(error?.reason == .recordTooLong)
        #expect(source.given < 40)
    }
}

/// Hands out pieces, and then one piece without end.
private final class PieceSource: Sendable {
    private let pieces: [[UInt8]]
    private let rest: [UInt8]
    private let position = Mutex(0)

    init(_ pieces: [[UInt8]], then rest: [UInt8] = []) {
        self.pieces = pieces
        self.rest = rest
    }

    var given: Int { position.withLock { $0 } }

    func next() -> [UInt8] {
        position.withLock { position in
            defer { position += 1 }
            return position < pieces.count ? pieces[position] : rest
        }
    }
}

/// SplitMix64, so that a failure can be had again.
private struct SeededBytes {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}
