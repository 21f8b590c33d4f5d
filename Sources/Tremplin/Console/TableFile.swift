import Foundation
import LabourMarket

/// Tables given on the command line.
enum TableFile {
    static func read(_ path: String) throws(CommandFailure) -> DelimitedText {
        let bytes = try bytes(path)
        do { return try DelimitedText(bytes, name: path) } catch { throw CommandFailure(.data, error.description) }
    }

    /// Makes sure that there is a file, without reading it.
    static func check(_ path: String) throws(CommandFailure) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure(.noInput, "There is no file \(path).")
        }
        guard !isFolder.boolValue, FileManager.default.isReadableFile(atPath: path) else {
            throw CommandFailure(.noInput, "\(path) cannot be read.")
        }
    }

    /// Hands over the path of a file that can be read more than once: what comes through a pipe is put into a file first, which goes
    /// away afterwards.
    static func seekable<Value>(_ path: String, _ body: (String) async throws -> Value) async throws -> Value {
        var information = stat()
        guard stat(path, &information) == 0 else { throw CommandFailure(.noInput, "There is no file \(path).") }
        let isFolder = information.st_mode & S_IFMT == S_IFDIR
        guard !isFolder, let handle = FileHandle(forReadingAtPath: path) else { throw CommandFailure(.noInput, "\(path) cannot be read.") }
        if information.st_mode & S_IFMT == S_IFREG { return try await body(path) }
        let copy = FileManager.default.temporaryDirectory.appending(path: "tremplin-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: copy) }
        try await OutputFile.write(copy) { output in
            while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { try output.write(contentsOf: piece) }
        }
        return try await body(copy)
    }

    /// `-` is standard input.
    static func bytes(_ path: String) throws(CommandFailure) -> [UInt8] {
        if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure(.noInput, "There is no file \(path).")
        }
        // Through a handle, so that a pipe can be given where a file is asked for.
        guard !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path), let data = try? handle.readToEnd() ?? Data() else {
            throw CommandFailure(.noInput, "\(path) cannot be read.")
        }
        return Array(data)
    }
}

extension DelimitedText {
    /// Every cell below the header.
    var records: [[String]] {
        let columns = columns.map { column($0) }
        return rows.map { row in columns.map { $0.map { row[$0] } ?? "" } }
    }
}
