/// The character 3- and 4-grams inside padded words, numbered. A gram fits a 32-bit key exactly, so nothing collides.
struct GramTable: Sendable {
    /// Key of the gram; 0 is free.
    private var keys: [UInt32] = Array(repeating: 0, count: 1 << 16)
    private var numbers: [Int32] = Array(repeating: 0, count: 1 << 16)
    private(set) var count = 0

    func find(_ key: UInt32) -> Int32? {
        let place = place(of: key)
        return keys[place] == key ? numbers[place] : nil
    }

    mutating func intern(_ key: UInt32) -> Int32 {
        let found = place(of: key)
        if keys[found] == key { return numbers[found] }
        keys[found] = key
        numbers[found] = Int32(count)
        count += 1
        if 2 * count > keys.count { grow() }
        return Int32(count - 1)
    }

    @inline(__always)
    private func place(of key: UInt32) -> Int {
        let mask = keys.count - 1
        var place = Int((key &* 0x9E37_79B1) >> 8) & mask
        while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = (keys, numbers)
        keys = Array(repeating: 0, count: 2 * old.0.count)
        numbers = keys.map { _ in 0 }
        for index in 0..<old.0.count where old.0[index] != 0 {
            let free = place(of: old.0[index])
            keys[free] = old.0[index]
            numbers[free] = old.1[index]
        }
    }

    /// Calls `body` with the key of each gram of the word with a space before and after it. A gram of three has a zero top byte;
    /// no byte of a folded word is zero.
    @inline(__always)
    static func forEach(in word: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
        guard !word.isEmpty else { return }
        var three: UInt32 = 0x20
        var four: UInt32 = 0x20
        for place in 0...word.count {
            let byte = UInt32(place < word.count ? word[place] : 0x20)
            three = (three << 8 | byte) & 0xFF_FFFF
            four = four << 8 | byte
            if place >= 1 { body(three) }
            if place >= 2 { body(four) }
        }
    }
}
