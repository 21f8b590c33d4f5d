package import Domain
import Foundation
import LabourMarket
import Synchronization

/// A table of programs to be imported: read in pieces, as often as it takes.
package struct ImportFile: Sendable {
    package let format: ProgramTableFormat
    /// Whose programs they are where the file does not say so; `nil` where every record must.
    package var institution: Institution.ID?
    /// What stands in the place of cells, by row.
    package var corrections: [Int: [ProgramColumn: String]] = [:]
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
        let records: any RecordSource =
            switch format {
            case .csv: try CSVRecords(self)
            case .json: JSONRecords(try bytes())
            case .xlsx: try XLSXRecords(self)
            }
        guard institution != nil || !corrections.isEmpty else { return records }
        return CorrectedRecords(records, institution: institution, corrections: corrections)
    }

    func pieces() throws -> DelimitedPieces.Source { try open() }

    /// Reads the whole file: what it is written in shows at its last byte.
    func encoding() throws -> TextEncoding {
        var detection = EncodingDetection()
        let next = try open()
        var isFirst = true
        while case let piece = try next(), !piece.isEmpty {
            detection.add(piece)
            if isFirst { try Self.checkIsText(piece, detection.encoding) }
            isFirst = false
        }
        return detection.encoding
    }

    /// A workbook, a picture, a text whose characters take two bytes and that does not say so: none of them is read as if it were a table.
    private static func checkIsText(_ piece: [UInt8], _ encoding: TextEncoding) throws {
        let isArchive = piece.starts(with: [0x50, 0x4B, 0x03, 0x04]) || piece.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
        guard isArchive || encoding != .utf16LittleEndian && piece.contains(0) else { return }
        throw ImportErrors([
            ImportError(reason: .unreadable("the file is no text: save it as CSV in UTF-8, or as XLSX with a name that ends so", .notText))
        ])
    }

    func bytes() throws -> [UInt8] {
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
