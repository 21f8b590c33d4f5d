import CPostgres
import Storage

/// The values of one statement as libpq takes them: texts and numbers as text, blobs as their bytes.
///
/// All values stand in one piece of memory that serves one row after the other.
struct PostgresParameters {
    private var bytes: [UInt8] = []
    /// Where each value starts in `bytes`; -1 for null.
    private var starts: [Int] = []
    private var lengths: [CInt] = []
    private var formats: [CInt] = []

    init() {}

    init(_ values: [SQLValue]) throws {
        for value in values {
            switch value {
            case .null: appendNull()
            case .text(let text): try append(text)
            case .integer(let integer): append(integer)
            case .real(let real): try append(real)
            case .blob(let blob): append(blob)
            }
        }
    }

    var count: Int { starts.count }
    var byteCount: Int { bytes.count }

    mutating func appendNull() { append(start: -1, length: 0, format: Self.text) }

    mutating func append(_ text: String) throws {
        let start = bytes.count
        var text = text
        let hasNull = text.withUTF8 { utf8 in
            bytes.append(contentsOf: utf8)
            return utf8.contains(0)
        }
        guard !hasNull else { throw StorageError.unstorable("a text with a null character") }
        end(start)
    }

    mutating func append(_ integer: Int64) {
        let start = bytes.count
        bytes.append(contentsOf: String(integer).utf8)
        end(start)
    }

    mutating func append(_ real: Double) throws {
        guard real.isFinite else { throw StorageError.unstorable("a number that is not finite") }
        let start = bytes.count
        // The shortest text that means this very number.
        bytes.append(contentsOf: real.description.utf8)
        end(start)
    }

    mutating func append(_ blob: [UInt8]) {
        append(start: bytes.count, length: CInt(blob.count), format: Self.binary)
        bytes.append(contentsOf: blob)
        // A value without bytes has an address too: one without is null.
        bytes.append(0)
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
    }

    /// The three lists libpq wants. They are gone when the body returns.
    func withPointers<Result>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<CInt>?, UnsafePointer<CInt>?) throws -> Result
    ) rethrows -> Result {
        try bytes.withUnsafeBytes { memory in
            let addresses = starts.map { start in
                start < 0 ? nil : memory.baseAddress.map { ($0 + start).assumingMemoryBound(to: CChar.self) }
            }
            return try body(addresses, lengths, formats)
        }
    }

    private mutating func end(_ start: Int) {
        bytes.append(0)
        append(start: start, length: 0, format: Self.text)
    }

    private mutating func append(start: Int, length: CInt, format: CInt) {
        starts.append(start)
        lengths.append(length)
        formats.append(format)
    }

    private static let text: CInt = 0
    private static let binary: CInt = 1
}
