import Foundation

/// A ZIP archive's list of files: the archives that statistical offices publish, and workbooks (which are archives of XML).
/// Archives beyond 4 GB are not read.
struct ZipArchive {
    private struct Entry {
        let method: UInt16
        let compressedSize: UInt64
        let size: UInt64
        let headerOffset: UInt64
    }

    private let place: ArchivePlace
    private var entries: [String: Entry] = [:]
    private var name: String { place.name }

    /// `nil` when the file is no archive.
    init?(_ file: URL) throws(ReleaseReadingError) { try self.init(ArchivePlace.file(file)) }

    /// `nil` when what is there is no archive.
    init?(_ place: ArchivePlace) throws(ReleaseReadingError) {
        self.place = place
        guard try place.bytes(from: 0, count: 4) == [0x50, 0x4B, 0x03, 0x04] else { return nil }
        let size = try place.size()
        // The last record is 22 bytes and a comment of at most 65,535.
        let tailStart = UInt64(max(0, size - 22 - 65_535))
        let tail = try place.bytes(from: tailStart, count: UInt64(size) - tailStart)
        guard let end = tail.indices.dropLast(21).last(where: { tail[$0...].starts(with: [0x50, 0x4B, 0x05, 0x06]) }) else {
            throw .unusable(file: name, "it is an archive without a list of its files")
        }
        let list = try place.bytes(from: UInt64(tail.number(end + 16, 4)), count: UInt64(tail.number(end + 12, 4)))
        var at = 0
        while at + 46 <= list.count, list[at...].starts(with: [0x50, 0x4B, 0x01, 0x02]) {
            let nameLength = list.number(at + 28, 2)
            guard at + 46 + nameLength <= list.count else { break }
            let path = String(decoding: list[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
            entries[path] = Entry(
                method: UInt16(list.number(at + 10, 2)), compressedSize: UInt64(list.number(at + 20, 4)),
                size: UInt64(list.number(at + 24, 4)), headerOffset: UInt64(list.number(at + 42, 4)))
            at += 46 + nameLength + list.number(at + 30, 2) + list.number(at + 32, 2)
        }
    }

    /// The records of the first sheet, or of the largest text.
    func records() throws(ReleaseReadingError) -> any RecordSource {
        if let sheet = entries.keys.filter({ $0.hasPrefix("xl/worksheets/sheet") }).min(by: { ($0.count, $0) < ($1.count, $1) }) {
            return try SheetStream(
                sheet: try bytes(sheet), sharedTexts: try entries["xl/sharedStrings.xml"] == nil ? nil : bytes("xl/sharedStrings.xml"),
                name: name)
        }
        let texts = entries.filter { $0.key.lowercased().hasSuffix(".csv") || $0.key.lowercased().hasSuffix(".txt") }
        guard let text = texts.max(by: { $0.value.size < $1.value.size }) else {
            throw .unusable(file: name, "the archive holds no table")
        }
        return DelimitedStream(try bytes(text.key), name: name)
    }

    func holds(_ path: String) -> Bool { entries[path] != nil }

    /// How many bytes a file of it takes, packed.
    func packedSize(_ path: String) -> Int { entries[path].map { Int($0.compressedSize) } ?? 0 }

    func bytes(_ path: String) throws(ReleaseReadingError) -> any ByteSource {
        guard let entry = entries[path] else { throw .unusable(file: name, "\(path) is missing in it") }
        let header = try place.bytes(from: entry.headerOffset, count: 30)
        guard header.count == 30 else { throw .unusable(file: name, "\(path) is cut off in it") }
        let start = entry.headerOffset + 30 + UInt64(header.number(26, 2) + header.number(28, 2))
        let packed = try place.source(from: start, count: entry.compressedSize)
        switch entry.method {
        case 0: return packed
        case 8: return InflatedBytes(packed, name: name)
        default: throw .unusable(file: name, "\(path) is packed in a way that is not read")
        }
    }
}

extension [UInt8] {
    /// A little-endian number of two or four bytes; 0 beyond the end.
    fileprivate func number(_ offset: Int, _ width: Int) -> Int {
        guard offset >= 0, offset + width <= count else { return 0 }
        return (0..<width).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
    }
}
