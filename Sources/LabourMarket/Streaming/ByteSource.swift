import Foundation

/// Bytes that come in pieces: a file of a gigabyte is read in the memory of one piece.
protocol ByteSource {
    /// The next piece, never empty; `nil` after the last.
    mutating func next() throws(ReleaseReadingError) -> [UInt8]?
}

/// A file from its beginning, or a stretch of it.
struct FileBytes: ByteSource {
    private static let pieceSize = 1 << 20
    private let handle: FileHandle
    private let name: String
    private var left: UInt64

    init(_ url: URL) throws(ReleaseReadingError) {
        try self.init(url, from: 0, count: .max)
    }

    init(_ url: URL, from offset: UInt64, count: UInt64) throws(ReleaseReadingError) {
        name = url.lastPathComponent
        left = count
        do {
            handle = try FileHandle(forReadingFrom: url)
            // A pipe cannot seek, and is only ever read from its beginning.
            if offset > 0 { try handle.seek(toOffset: offset) }
        } catch { throw .unreadable(file: url.lastPathComponent) }
    }

    mutating func next() throws(ReleaseReadingError) -> [UInt8]? {
        let size = Int(min(UInt64(Self.pieceSize), left))
        guard size > 0 else { return nil }
        let data: Data?
        do { data = try handle.read(upToCount: size) } catch { throw .unreadable(file: name) }
        guard let data, !data.isEmpty else { return nil }
        left -= UInt64(data.count)
        return Array(data)
    }
}

/// Bytes in memory, in pieces of `pieceSize`: tests cut texts where it hurts.
struct MemoryBytes: ByteSource {
    private var rest: ArraySlice<UInt8>
    private let pieceSize: Int

    init(_ bytes: [UInt8], pieceSize: Int = .max) { self.init(bytes[...], pieceSize: pieceSize) }

    init(_ bytes: ArraySlice<UInt8>, pieceSize: Int) {
        rest = bytes
        self.pieceSize = pieceSize
    }

    mutating func next() -> [UInt8]? {
        guard !rest.isEmpty else { return nil }
        let piece = Array(rest.prefix(pieceSize))
        rest = rest.dropFirst(pieceSize)
        return piece
    }
}
