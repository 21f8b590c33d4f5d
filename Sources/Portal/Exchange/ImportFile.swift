import Foundation
import LabourMarket
import Synchronization

/// A table of programs to be imported: read in pieces, as often as it takes.
package struct ImportFile: Sendable {
    package let format: ProgramTableFormat
    private let open: @Sendable () throws -> DelimitedPieces.Source

    /// 256 KB: some hundreds of programs.
    package static let piece = 256 << 10

    /// A file that can be read from its beginning again: no pipe.
    package init(path: String, format: ProgramTableFormat) {
        self.format = format
        open = {
            guard let handle = FileHandle(forReadingAtPath: path) else { throw CocoaError(.fileReadNoSuchFile) }
            return { try [UInt8](handle.read(upToCount: Self.piece) ?? Data()) }
        }
    }

    /// What is in memory already.
    /// - Parameter piece: bytes handed over at once.
    package init(_ bytes: [UInt8], format: ProgramTableFormat, piece: Int = ImportFile.piece) {
        self.format = format
        open = {
            let position = Position()
            return { position.next(of: bytes, most: piece) }
        }
    }

    /// Programs of the file, from its beginning.
    /// - Throws: `ImportErrors` when it is no such table at all, or what reading it throws.
    func records() throws -> any RecordSource {
        switch format {
        case .csv: try CSVRecords(self)
        case .json: JSONRecords(try bytes())
        }
    }

    func pieces() throws -> DelimitedPieces.Source { try open() }

    /// Reads the whole file: what it is written in shows at its last byte.
    func encoding() throws -> TextEncoding {
        var detection = EncodingDetection()
        let next = try open()
        while case let piece = try next(), !piece.isEmpty { detection.add(piece) }
        return detection.encoding
    }

    private func bytes() throws -> [UInt8] {
        var bytes: [UInt8] = []
        let next = try open()
        while case let piece = try next(), !piece.isEmpty { bytes += piece }
        return bytes
    }
}

/// How far bytes in memory were handed over.
private final class Position: Sendable {
    private let place = Mutex(0)

    func next(of bytes: [UInt8], most: Int) -> [UInt8] {
        place.withLock { place in
            let start = place
            place = min(bytes.count, start + most)
            return Array(bytes[start..<place])
        }
    }
}
