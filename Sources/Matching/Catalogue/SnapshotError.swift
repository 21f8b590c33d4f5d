/// Why bytes are not a catalogue that can be used.
package enum SnapshotError: Error, Hashable {
    /// They begin like something else.
    case notASnapshot
    /// Written by a version of the portal whose catalogues are laid out differently.
    case otherVersion
    /// They end too early.
    case truncated
    /// They are not what was written.
    case corrupted
}

/// A sum over bytes that any change of a few of them alters: to notice damage, not malice.
struct SnapshotChecksum {
    private var sum: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// - Parameter bytes: of one array, in parts that are multiples of eight bytes long except for the last.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var at = 0
        var sum = sum
        while at + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            sum = (sum ^ word) &* 0xFF51_AFD7_ED55_8CCD
            sum ^= sum >> 32
            at += 8
        }
        while at < bytes.count {
            sum = (sum ^ UInt64(bytes[at])) &* 0x100_0000_01B3
            at += 1
        }
        self.sum = sum
    }

    var value: UInt64 { sum ^ sum >> 29 }
}
