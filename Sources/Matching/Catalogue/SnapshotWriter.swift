/// Writes arrays one after the other, each with its length before and a checksum behind it. Nothing is copied together first.
struct SnapshotWriter {
    private let sink: (UnsafeRawBufferPointer) throws -> Void

    /// Handed to the sink at once; a multiple of eight.
    private static let partSize = 1 << 20

    init(_ sink: @escaping (UnsafeRawBufferPointer) throws -> Void) { self.sink = sink }

    func raw(_ bytes: some Collection<UInt8>) throws { try Array(bytes).withUnsafeBytes(sink) }

    /// An array of numbers, in the byte order of all machines the portal runs on: the lowest byte first.
    func array<Value: BitwiseCopyable>(_ values: [Value]) throws {
        try number(UInt64(values.count))
        try values.withUnsafeBytes { bytes in
            var checksum = SnapshotChecksum()
            for start in stride(from: 0, to: bytes.count, by: Self.partSize) {
                let part = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + Self.partSize, bytes.count)])
                checksum.add(part)
                try sink(part)
            }
            try number(checksum.value)
        }
    }

    func packed(_ write: (inout PackedWriter) -> Void) throws {
        var writer = PackedWriter()
        write(&writer)
        try array(writer.bytes)
    }

    /// With its complement, so that a wrong length is noticed before so much memory is asked for.
    private func number(_ value: UInt64) throws {
        try withUnsafeBytes(of: value.littleEndian, sink)
        try withUnsafeBytes(of: (~value).littleEndian, sink)
    }

    func sets(_ sets: PackedSets) throws {
        try array(sets.firsts)
        try array(sets.places)
        try array(sets.ordinals)
        try array(sets.words)
    }
}
