/// Numbers the distinct words it is given, 0 first. Open addressing over one array of bytes: no `String` is made or compared.
struct WordTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int32] = []
    /// Number of the word + 1; 0 is free. A power of two, at most half full.
    private var slots: [Int32]
    private var hashes: [UInt32] = []

    init(capacity: Int = 1024) {
        var size = 1024
        while size < 2 * capacity { size *= 2 }
        slots = Array(repeating: 0, count: size)
    }

    var count: Int { ends.count }

    func range(_ word: Int32) -> Range<Int> { (word == 0 ? 0 : Int(ends[Int(word) - 1]))..<Int(ends[Int(word)]) }

    func text(_ word: Int32) -> String { String(decoding: bytes[range(word)], as: UTF8.self) }

    func withBytes<Result>(_ word: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let range = range(word)
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The number of the word, if it has been seen.
    func find(_ word: UnsafeBufferPointer<UInt8>) -> Int32? {
        let found = slots[slot(word, hash(word))]
        return found == 0 ? nil : found - 1
    }

    func find(_ word: String) -> Int32? {
        var word = word
        return word.withUTF8 { find($0) }
    }

    /// The number of the word, which is new when it equals the `count` before.
    mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = hash(word)
        let place = slot(word, hash)
        if slots[place] != 0 { return slots[place] - 1 }
        let number = Int32(ends.count)
        bytes.append(contentsOf: word)
        ends.append(Int32(bytes.count))
        hashes.append(hash)
        slots[place] = number + 1
        if 2 * ends.count > slots.count { grow() }
        return number
    }

    mutating func intern(_ word: String) -> Int32 {
        var word = word
        return word.withUTF8 { intern($0) }
    }

    /// FNV-1a, folded to 32 bits.
    @inline(__always)
    private func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }

    private func slot(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while slots[place] != 0 {
            let number = slots[place] - 1
            if hashes[Int(number)] == hash, equals(number, word) { break }
            place = (place + 1) & mask
        }
        return place
    }

    @inline(__always)
    private func equals(_ number: Int32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(number)
        guard range.count == word.count else { return false }
        for offset in 0..<word.count where bytes[range.lowerBound + offset] != word[offset] { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: 2 * slots.count)
        let mask = slots.count - 1
        for number in 0..<ends.count {
            var place = Int(hashes[number]) & mask
            while slots[place] != 0 { place = (place + 1) & mask }
            slots[place] = Int32(number) + 1
        }
    }
}
