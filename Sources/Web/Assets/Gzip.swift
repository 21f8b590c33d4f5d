import CZlib

/// Gzip (RFC 1952) through zlib.
package enum Gzip {
    /// - Parameter level: 1 (fast) to 9 (small).
    /// - Returns: `nil` when zlib refuses, which it does only when out of memory.
    package static func compress(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
        var stream = z_stream()
        // 15 window bits, plus 16 to ask for a gzip header instead of a zlib one.
        let ready = deflateInit2_(
            &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard ready == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        var input = bytes
        var written = 0
        let output = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            let result = input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(bound)
                return deflate(&stream, Z_FINISH)
            }
            written = result == Z_STREAM_END ? bound - Int(stream.avail_out) : 0
            count = written
        }
        return written > 0 ? output : nil
    }
}
