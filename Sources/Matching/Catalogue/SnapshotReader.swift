/// Reads what `SnapshotWriter` wrote, or throws a `SnapshotError`; what the source throws is passed on.
struct SnapshotReader {
    private let source: (UnsafeMutableRawBufferPointer) throws -> Int

    /// No array of a catalogue is longer, in bytes.
    private static let longest: UInt64 = 1 << 33
    /// Asked of the source at once; a multiple of eight.
    private static let partSize = 1 << 22

    init(_ source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) { self.source = source }

    private func fill(_ bytes: UnsafeMutableRawBufferPointer) throws {
        var at = 0
        while at < bytes.count {
            let count = try source(UnsafeMutableRawBufferPointer(rebasing: bytes[at...]))
            guard count > 0, count <= bytes.count - at else { throw SnapshotError.truncated }
            at += count
        }
    }

    func raw(_ count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
            try fill(UnsafeMutableRawBufferPointer(bytes))
            filled = count
        }
    }

    func array<Value: BitwiseCopyable>(_ type: Value.Type) throws -> [Value] {
        let count = try number()
        let size = count.multipliedReportingOverflow(by: UInt64(MemoryLayout<Value>.stride))
        guard !size.overflow, size.partialValue <= Self.longest else { throw SnapshotError.corrupted }
        return try [Value](unsafeUninitializedCapacity: Int(count)) { values, filled in
            let bytes = UnsafeMutableRawBufferPointer(values)[0..<Int(size.partialValue)]
            var checksum = SnapshotChecksum()
            for start in stride(from: 0, to: bytes.count, by: Self.partSize) {
                let part = UnsafeMutableRawBufferPointer(rebasing: bytes[start..<min(start + Self.partSize, bytes.count)])
                try fill(part)
                checksum.add(UnsafeRawBufferPointer(part))
            }
            guard try number() == checksum.value else { throw SnapshotError.corrupted }
            filled = Int(count)
        }
    }

    func packed<Value>(_ read: (inout PackedReader) -> Value) throws -> Value {
        try array(UInt8.self).withUnsafeBytes { bytes in
            var reader = PackedReader(bytes)
            let value = read(&reader)
            guard !reader.isBroken, reader.isAtEnd else { throw SnapshotError.corrupted }
            return value
        }
    }

    private func number() throws -> UInt64 {
        let bytes = try raw(16)
        return try bytes.withUnsafeBytes { bytes in
            let value = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
            guard UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) == ~value else {
                throw SnapshotError.corrupted
            }
            return value
        }
    }

    func sets(capacity: Int) throws -> PackedSets {
        let firsts = try array(UInt32.self)
        let places = try array(UInt32.self)
        let ordinals = try array(UInt16.self)
        let words = try array(UInt64.self)
        return try checked(PackedSets(capacity: capacity, firsts: firsts, places: places, ordinals: ordinals, words: words))
    }

    /// What does not fit together was not written so.
    func checked<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw SnapshotError.corrupted }
        return value
    }
}
