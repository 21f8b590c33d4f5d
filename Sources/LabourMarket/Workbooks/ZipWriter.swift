import CZlib

/// Writes a ZIP archive (APPNOTE 6.3) in memory, one file after the other, each in pieces. All files are of one fixed date: the same content is
/// always the same archive.
struct ZipWriter: ~Copyable {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0
    private var current: (path: [UInt8], offset: Int, size: Int, start: Int, crc: UInt)?
    private let deflater = Deflater()

    /// 1980-01-01, the first day a ZIP archive knows.
    private static let date = 0x0021

    mutating func begin(_ path: String) {
        let path = Array(path.utf8)
        current = (path, bytes.count, 0, 0, crc32(0, nil, 0))
        bytes += [0x50, 0x4B, 0x03, 0x04]
        // Sizes and checksum follow when they are known.
        for (value, width) in [(20, 2), (0x0800, 2), (8, 2), (0, 2), (Self.date, 2), (0, 4), (0, 4), (0, 4), (path.count, 2), (0, 2)] {
            Self.append(value, width, to: &bytes)
        }
        bytes += path
        current?.start = bytes.count
        deflater.begin()
    }

    mutating func write(_ piece: [UInt8]) {
        guard !piece.isEmpty, current != nil else { return }
        current?.size += piece.count
        let before = current?.crc ?? 0
        current?.crc = crc32(before, piece, UInt32(piece.count))
        bytes += deflater.packed(piece, isLast: false)
    }

    mutating func end() {
        guard let file = current else { return }
        current = nil
        bytes += deflater.packed([], isLast: true)
        let packed = bytes.count - file.start
        var numbers: [UInt8] = []
        for value in [Int(file.crc), packed, file.size] { Self.append(value, 4, to: &numbers) }
        bytes.replaceSubrange(file.offset + 14..<file.offset + 26, with: numbers)
        directory += [0x50, 0x4B, 0x01, 0x02]
        for (value, width) in [(20, 2), (20, 2), (0x0800, 2), (8, 2), (0, 2), (Self.date, 2)] { Self.append(value, width, to: &directory) }
        directory += numbers
        for (value, width) in [(file.path.count, 2), (0, 2), (0, 2), (0, 2), (0, 2), (0, 4), (file.offset, 4)] {
            Self.append(value, width, to: &directory)
        }
        directory += file.path
        count += 1
    }

    consuming func finish() -> [UInt8] {
        let start = bytes.count
        bytes += directory
        bytes += [0x50, 0x4B, 0x05, 0x06]
        for (value, width) in [(0, 2), (0, 2), (count, 2), (count, 2), (directory.count, 4), (start, 4), (0, 2)] {
            Self.append(value, width, to: &bytes)
        }
        return bytes
    }

    private static func append(_ value: Int, _ width: Int, to bytes: inout [UInt8]) {
        for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
    }
}

/// zlib keeps a pointer to its stream: it lives in one place, and is freed with it.
private final class Deflater {
    private let stream: UnsafeMutablePointer<z_stream>

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // Negative window bits: no header around the data. Level 6 is zlib's own choice.
        deflateInit2_(stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    func begin() { deflateReset(stream) }

    func packed(_ piece: [UInt8], isLast: Bool) -> [UInt8] {
        var output: [UInt8] = []
        var piece = piece
        piece.withUnsafeMutableBufferPointer { source in
            stream.pointee.next_in = source.baseAddress
            stream.pointee.avail_in = UInt32(source.count)
            var result = Z_OK
            repeat {
                let packed = [UInt8](unsafeUninitializedCapacity: 1 << 16) { target, count in
                    stream.pointee.next_out = target.baseAddress
                    stream.pointee.avail_out = UInt32(target.count)
                    result = deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                    count = target.count - Int(stream.pointee.avail_out)
                }
                output += packed
            } while stream.pointee.avail_out == 0 || isLast && result == Z_OK
        }
        return output
    }
}
