import Domain
import Foundation

/// A whole program as one text: what a draft and an entry of the history hold.
enum StoredProgram {
    static func text(_ program: Program) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return String(decoding: try encoder.encode(program), as: UTF8.self)
    }

    /// - Parameter column: named in the error when the text is no program.
    static func program(_ text: String, column: String = "content") throws -> Program {
        do { return try JSONDecoder().decode(Program.self, from: Data(text.utf8)) } catch {
            throw StorageError.unexpected(column: column, found: "\(error)")
        }
    }
}
