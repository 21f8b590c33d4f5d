package import Domain
import Foundation
package import Matching

/// The catalogue as a file beside the database, so that a start need not make it of the rows again.
///
/// It is a copy and never the truth: one that is of another database, of other reference data, damaged or too far behind is passed over,
/// and the rows are read.
package struct CatalogueSnapshot: Sendable {
    /// Why the file was not used, as a clause for the log.
    package struct Problem: Error, Hashable, CustomStringConvertible {
        package let description: String
    }

    package struct Contents: Sendable {
        package let catalogue: Catalogue
        /// The number of the last change it surely holds.
        package let lastChange: Int
    }

    package let path: String

    package init(path: String) { self.path = path }

    package var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Writes beside the file and puts it in its place when all is written: who reads sees the old file or the new one.
    package func write(_ catalogue: Catalogue, _ origin: SnapshotOrigin) throws {
        let unfinished = path + ".part"
        do {
            guard FileManager.default.createFile(atPath: unfinished, contents: nil, attributes: [.posixPermissions: 0o600]) else {
                throw Problem(description: "\(path) cannot be written")
            }
            let handle = try FileHandle(forWritingTo: URL(filePath: unfinished))
            try handle.write(contentsOf: Data(origin.document.utf8))
            try catalogue.write { try handle.write(contentsOf: Data($0)) }
            try handle.synchronize()
            try handle.close()
            guard rename(unfinished, path) == 0 else { throw Problem(description: "\(path) cannot be written") }
        } catch {
            try? FileManager.default.removeItem(atPath: unfinished)
            throw error
        }
    }

    /// - Parameter accept: told where the file says it comes from; throws a `Problem` when it is not to be used.
    /// - Throws: `Problem`.
    package func read(
        _ information: LabourMarketInformation, accept: (SnapshotOrigin) async throws -> Void
    ) async throws -> Contents {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw Problem(description: "it cannot be read") }
        defer { try? handle.close() }
        guard let origin = readOrigin(handle) else { throw Problem(description: "it is no snapshot of this version of the portal") }
        try await accept(origin)
        do {
            let catalogue = try Catalogue(
                reading: { buffer in
                    let data = try handle.read(upToCount: buffer.count) ?? Data()
                    data.copyBytes(to: buffer)
                    return data.count
                }, labourMarket: information)
            return Contents(catalogue: catalogue, lastChange: origin.change)
        } catch let error as SnapshotError {
            throw Problem(description: error.clause)
        } catch {
            throw Problem(description: "it cannot be read")
        }
    }

    /// The lines before the catalogue's own bytes.
    private func readOrigin(_ handle: FileHandle) -> SnapshotOrigin? {
        var lines: [UInt8] = []
        while lines.count < SnapshotOrigin.largestDocument, let byte = (try? handle.read(upToCount: 1))?.first {
            lines.append(byte)
            if lines.suffix(2) == [0x0A, 0x0A] { return SnapshotOrigin(document: String(decoding: lines, as: UTF8.self)) }
        }
        return nil
    }
}

extension SnapshotError {
    fileprivate var clause: String {
        switch self {
        case .notASnapshot: "it is no snapshot"
        case .otherVersion: "another version of the portal wrote it"
        case .truncated: "it ends too early"
        case .corrupted: "it is damaged"
        }
    }
}
