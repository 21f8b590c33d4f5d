import Synchronization

/// How much all parts of a workbook together may unpack to. Counted as it comes out: what an archive says of itself is not believed.
final class UnpackingLimit: Sendable {
    private let left: Mutex<Int>

    /// 256 MB: 10,000 programs with long descriptions in both languages take a tenth of that.
    static let total = 256 << 20
    /// 200 times what is packed: a sheet of the same row a hundred thousand times comes near to 100, DEFLATE ends at 1,032.
    static let ratio = 200
    /// Below 8 MB nothing is harmful, however well it is packed.
    static let harmless = 8 << 20

    init(total: Int = UnpackingLimit.total) { left = Mutex(total) }

    /// False when it was more than there may be.
    func take(_ count: Int) -> Bool {
        left.withLock { left in
            left -= count
            return left >= 0
        }
    }

    /// Whether something went over the limit, however the reading ended.
    var isExceeded: Bool { left.withLock { $0 < 0 } }

    func exceed() { left.withLock { $0 = -1 } }
}

/// A part of an archive that stops where it becomes too much.
struct LimitedBytes: ByteSource {
    private var source: any ByteSource
    private let packed: Int
    private let limit: UnpackingLimit
    private var count = 0

    init(_ source: any ByteSource, packed: Int, limit: UnpackingLimit) {
        self.source = source
        self.packed = packed
        self.limit = limit
    }

    mutating func next() throws(ReleaseReadingError) -> [UInt8]? {
        guard let piece = try source.next() else { return nil }
        count += piece.count
        if count > UnpackingLimit.harmless, count / UnpackingLimit.ratio > packed { limit.exceed() }
        guard limit.take(piece.count), !limit.isExceeded else { throw .unusable(file: "workbook", "it unpacks to too much") }
        return piece
    }
}
