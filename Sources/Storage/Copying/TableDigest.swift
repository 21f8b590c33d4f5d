/// What a table holds, as a number of rows and a checksum that does not depend on their order.
package struct TableDigest: Hashable, Sendable {
    package private(set) var rows = 0
    /// Sum and exclusive or of the rows' hashes: two that differ in one bit of one cell differ here.
    package private(set) var sum: UInt64 = 0
    package private(set) var xor: UInt64 = 0

    package init() {}

    /// - Parameter values: in the order of the columns' names.
    mutating func add(_ values: [SQLValue]) {
        var hash = RowHash()
        for value in values { hash.add(value) }
        let row = hash.finished
        rows += 1
        sum &+= row
        xor ^= row
    }
}

/// FNV-1a over the kind and the bytes of every cell, with a finaliser (MurmurHash3's) so that sums of similar rows do not cancel out.
private struct RowHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    var finished: UInt64 {
        var hash = state
        hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
        hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return hash ^ (hash >> 33)
    }

    mutating func add(_ value: SQLValue) {
        switch value {
        case .null: add(byte: 0)
        case .text(let text):
            add(byte: 1)
            add(UInt64(text.utf8.count))
            for byte in text.utf8 { add(byte: byte) }
        case .integer(let integer):
            add(byte: 2)
            add(UInt64(bitPattern: integer))
        case .real(let real):
            add(byte: 3)
            add(real.bitPattern)
        case .blob(let bytes):
            add(byte: 4)
            add(UInt64(bytes.count))
            for byte in bytes { add(byte: byte) }
        }
    }

    private mutating func add(_ number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { add(byte: UInt8(truncatingIfNeeded: number >> shift)) }
    }

    private mutating func add(byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
