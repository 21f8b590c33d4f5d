import Foundation
import Storage

/// Binds values one by one, and runs the statement when the row is whole.
///
/// Texts are copied into one piece of memory that serves every row: SQLite would ask for memory for each, and give it back.
final class SQLiteRowWriter: SQLRowWriter {
    private let statement: SQLiteStatement
    private var place: CInt = 0
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity = 4_096
    private var used = 0
    /// Bound when the row is whole: until then the memory may move.
    private var texts: [(place: CInt, start: Int, count: Int)] = []

    init(_ statement: SQLiteStatement) {
        self.statement = statement
        bytes = .allocate(capacity: capacity)
    }

    deinit { bytes.deallocate() }

    func append(_ text: String?) throws {
        place += 1
        guard var text else { return statement.bind(nil as Int?, place) }
        try text.withUTF8 { source in
            if used + source.count > capacity { grow(to: used + source.count) }
            guard let start = source.baseAddress, !source.isEmpty else { return }
            if memchr(start, 0, source.count) != nil { throw StorageError.unstorable("a text with a null character") }
            (bytes + used).update(from: start, count: source.count)
        }
        texts.append((place, used, text.utf8.count))
        used += text.utf8.count
    }

    func append(_ integer: Int?) throws {
        place += 1
        statement.bind(integer, place)
    }

    func append(_ real: Double?) throws {
        place += 1
        if let real, !real.isFinite { throw StorageError.unstorable("a number that is not finite") }
        statement.bind(real, place)
    }

    func endRow() throws {
        for text in texts { try statement.bind(UnsafeBufferPointer(start: bytes + text.start, count: text.count), text.place) }
        try statement.finish()
        place = 0
        used = 0
        texts.removeAll(keepingCapacity: true)
    }

    private func grow(to needed: Int) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: needed * 2)
        larger.update(from: bytes, count: used)
        bytes.deallocate()
        bytes = larger
        capacity = needed * 2
    }
}
