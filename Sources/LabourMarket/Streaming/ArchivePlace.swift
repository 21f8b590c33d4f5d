import Foundation

/// Where an archive is: a file of any size, or bytes in memory.
enum ArchivePlace {
    case file(URL)
    case memory([UInt8], name: String)

    var name: String {
        switch self {
        case .file(let url): url.lastPathComponent
        case .memory(_, let name): name
        }
    }

    func size() throws(ReleaseReadingError) -> Int {
        switch self {
        case .memory(let bytes, _): return bytes.count
        case .file(let url):
            guard let size = try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize else { throw .unreadable(file: name) }
            return size
        }
    }

    /// Fewer than `count` where the archive ends before.
    func source(from offset: UInt64, count: UInt64) throws(ReleaseReadingError) -> any ByteSource {
        switch self {
        case .file(let url): return try FileBytes(url, from: offset, count: count)
        case .memory(let bytes, _):
            let start = Int(min(offset, UInt64(bytes.count)))
            let end = start + Int(min(count, UInt64(bytes.count - start)))
            return MemoryBytes(bytes[start..<end], pieceSize: 1 << 18)
        }
    }

    func bytes(from offset: UInt64, count: UInt64) throws(ReleaseReadingError) -> [UInt8] {
        var source = try source(from: offset, count: count)
        var bytes: [UInt8] = []
        while let piece = try source.next() { bytes += piece }
        return bytes
    }
}
