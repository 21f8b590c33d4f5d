import Domain

/// Finds a program of a segment by its id: open addressing over small numbers; the ids themselves stand in the arena.
struct ProgramIDTable: Sendable {
    /// Ordinals; `free` where there is none. A power of two, at most half full.
    private var slots: [UInt16]
    /// By ordinal.
    private var hashes: [UInt32] = []

    private static let free = UInt16.max

    init(capacity: Int = 0) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = Array(repeating: Self.free, count: size)
        hashes.reserveCapacity(capacity)
    }

    init(_ arena: ProgramArena) {
        self.init(capacity: arena.count)
        for ordinal in 0..<arena.count { append(arena.id(ordinal)) }
    }

    var byteCount: Int { slots.count * 2 + hashes.count * 4 }

    /// The next ordinal's id.
    mutating func append(_ id: Program.ID) {
        if 2 * (hashes.count + 1) > slots.count { grow() }
        let hash = Self.hash(id)
        insert(UInt16(hashes.count), hash)
        hashes.append(hash)
    }

    /// The last program with the id.
    func ordinal(_ id: Program.ID, in arena: ProgramArena) -> Int? {
        let hash = Self.hash(id)
        let mask = slots.count - 1
        var place = Int(hash) & mask
        var text = id.rawValue
        return text.withUTF8 { text in
            var found: Int?
            while slots[place] != Self.free {
                let ordinal = Int(slots[place])
                if hashes[ordinal] == hash, ordinal > found ?? -1, arena.hasID(ordinal, text) { found = ordinal }
                place = (place + 1) & mask
            }
            return found
        }
    }

    private mutating func insert(_ ordinal: UInt16, _ hash: UInt32) {
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while slots[place] != Self.free { place = (place + 1) & mask }
        slots[place] = ordinal
    }

    private mutating func grow() {
        slots = Array(repeating: Self.free, count: 2 * slots.count)
        for (ordinal, hash) in hashes.enumerated() { insert(UInt16(ordinal), hash) }
    }

    /// FNV-1a, folded to 32 bits.
    private static func hash(_ id: Program.ID) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id.rawValue.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }
}
