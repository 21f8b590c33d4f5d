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
