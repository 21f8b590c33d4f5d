import CZlib

/// What raw DEFLATE data (RFC 1951) unpacks to, piece by piece.
struct InflatedBytes: ByteSource {
    private let inflater: Inflater

    init(_ packed: any ByteSource, name: String) { inflater = Inflater(packed, name: name) }

    func next() throws(ReleaseReadingError) -> [UInt8]? { try inflater.next() }
}

/// zlib keeps a pointer to its stream: it lives in one place, and is freed with it.
private final class Inflater {
    private var packed: any ByteSource
    private let name: String
    private let stream: UnsafeMutablePointer<z_stream>
    private var input: [UInt8] = []
    private var used = 0
    private var isFinished = false

    init(_ packed: any ByteSource, name: String) {
        self.packed = packed
        self.name = name
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // Negative window bits: no header around the data.
        isFinished = inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) != Z_OK
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func next() throws(ReleaseReadingError) -> [UInt8]? {
        while !isFinished {
            if used == input.count {
                guard let piece = try packed.next() else { throw .unusable(file: name, "its data end too early") }
                input = piece
                used = 0
            }
            var result = Z_OK
            let output = [UInt8](unsafeUninitializedCapacity: 1 << 18) { output, count in
                input.withUnsafeMutableBufferPointer { source in
                    stream.pointee.next_in = source.baseAddress.map { $0 + used }
                    stream.pointee.avail_in = UInt32(source.count - used)
                    stream.pointee.next_out = output.baseAddress
                    stream.pointee.avail_out = UInt32(output.count)
                    result = inflate(stream, Z_NO_FLUSH)
                    used = source.count - Int(stream.pointee.avail_in)
                }
                count = output.count - Int(stream.pointee.avail_out)
            }
            if result == Z_STREAM_END { isFinished = true }
            guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else {
                isFinished = true
                throw .unusable(file: name, "its data cannot be unpacked")
            }
            if !output.isEmpty { return output }
        }
        return nil
    }
}
