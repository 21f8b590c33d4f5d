import Domain

/// The programs of a segment as bytes, one after the other (`PackedProgram`).
struct ProgramArena: Sendable {
    private var writer = PackedWriter()
    /// Where each program's bytes end.
    private(set) var ends: [UInt32] = []

    var bytes: [UInt8] { writer.bytes }
    var count: Int { ends.count }

    /// More than this in one arena, and places might not fit in 32 bits. A program is far smaller than the rest of them.
    static let fullAt = 1 << 31

    init() {}

    init(bytes: [UInt8], ends: [UInt32]) {
        writer.bytes = bytes
        self.ends = ends
    }

    /// - Returns: `nil` when the ends do not fit the bytes.
    init?(checking bytes: [UInt8], ends: [UInt32]) {
        guard Int(ends.last ?? 0) == bytes.count, zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 }) else { return nil }
        self.init(bytes: bytes, ends: ends)
    }

    mutating func append(_ program: Program) {
        PackedProgram.write(program, to: &writer)
        ends.append(UInt32(writer.bytes.count))
    }

    mutating func append(_ ordinal: Int, of other: ProgramArena) {
        writer.bytes.append(contentsOf: other.writer.bytes[other.range(ordinal)])
        ends.append(UInt32(writer.bytes.count))
    }

    mutating func reserve(bytes: Int, programs: Int) {
        writer.bytes.reserveCapacity(bytes)
        ends.reserveCapacity(programs)
    }

    /// The same without the spare room that growing leaves.
    var trimmed: ProgramArena {
        ProgramArena(bytes: bytes.withUnsafeBufferPointer { Array($0) }, ends: ends.withUnsafeBufferPointer { Array($0) })
    }

    private func range(_ ordinal: Int) -> Range<Int> { (ordinal == 0 ? 0 : Int(ends[ordinal - 1]))..<Int(ends[ordinal]) }

    private func read<Value>(_ ordinal: Int, _ body: (inout PackedReader) -> Value) -> Value {
        let range = range(ordinal)
        return writer.bytes.withUnsafeBytes { bytes in
            var reader = PackedReader(UnsafeRawBufferPointer(rebasing: bytes[range]))
            return body(&reader)
        }
    }

    func program(_ ordinal: Int) -> Program {
        guard let program = read(ordinal, PackedProgram.read) else {
            // The bytes were written by this process, or came with a checksum over all of them.
            preconditionFailure("program \(ordinal) of a segment cannot be read")
        }
        return program
    }

    func id(_ ordinal: Int) -> Program.ID { read(ordinal) { Program.ID($0.text()) } }

    func title(_ ordinal: Int) -> LocalizedText {
        read(ordinal) {
            _ = $0.textBytes()
            return $0.localizedText()
        }
    }

    func hasID(_ ordinal: Int, _ id: UnsafeBufferPointer<UInt8>) -> Bool {
        read(ordinal) { $0.textBytes().elementsEqual(id) }
    }
}
