import Foundation

/// A file a command writes: there whole, or not at all.
enum OutputFile {
    /// Writes beside the file and puts it in its place when all is written.
    @discardableResult
    static func write<Value>(_ path: String, _ body: (FileHandle) async throws -> Value) async throws -> Value {
        let unfinished = path + ".part"
        guard FileManager.default.createFile(atPath: unfinished, contents: nil), let handle = FileHandle(forWritingAtPath: unfinished)
        else {
            throw CommandFailure(.io, "\(path) cannot be written.")
        }
        do {
            let value = try await body(handle)
            try handle.close()
            guard rename(unfinished, path) == 0 else { throw CommandFailure(.io, "\(path) cannot be written.") }
            return value
        } catch {
            try? FileManager.default.removeItem(atPath: unfinished)
            if error is CocoaError { throw CommandFailure(.io, "\(path) cannot be written.") }
            throw error
        }
    }
}
