/// Reads what `PackedWriter` wrote. Never reads beyond the bytes it was given: what is not there reads as nothing, and `isBroken` says so.
struct PackedReader {
    private let bytes: UnsafeRawBufferPointer
    private var at: Int
    private(set) var isBroken = false

    init(_ bytes: UnsafeRawBufferPointer, from at: Int = 0) {
        self.bytes = bytes
        self.at = at
    }

    var isAtEnd: Bool { at == bytes.count }

    /// What was read makes no sense.
    mutating func fail() { isBroken = true }

    mutating func byte() -> UInt8 {
        guard at < bytes.count else {
            isBroken = true
            return 0
        }
        defer { at += 1 }
        return bytes[at]
    }

    mutating func flag() -> Bool { byte() != 0 }

    private mutating func unsigned() -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = byte()
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
            guard shift < 64, !isBroken else {
                isBroken = true
                return 0
            }
        }
    }

    /// How many of something follow. Each takes a byte at least, so a number beyond the bytes left is wrong.
    mutating func count() -> Int {
        let value = unsigned()
        guard value <= UInt64(bytes.count - at) else {
            isBroken = true
            return 0
        }
        return Int(value)
    }

    mutating func bits() -> UInt64 { unsigned() }

    mutating func number() -> Int {
        let value = Int64(bitPattern: unsigned())
        return Int(Int64(bitPattern: UInt64(bitPattern: value) >> 1) ^ -(value & 1))
    }

    mutating func double() -> Double {
        guard bytes.count - at >= 8 else {
            isBroken = true
            return 0
        }
        defer { at += 8 }
        return Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
    }

    mutating func text() -> String { take(count()) }

    mutating func optionalText() -> String? {
        let length = unsigned()
        guard length > 0 else { return nil }
        guard length - 1 <= UInt64(bytes.count - at) else {
            isBroken = true
            return nil
        }
        return take(Int(length - 1))
    }

    private mutating func take(_ length: Int) -> String {
        defer { at += length }
        return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[at..<at + length]), as: UTF8.self)
    }

    /// The bytes of a text, without a `String` being made of them.
    mutating func textBytes() -> UnsafeRawBufferPointer {
        let length = count()
        defer { at += length }
        return UnsafeRawBufferPointer(rebasing: bytes[at..<at + length])
    }

    mutating func optional<Value>(_ read: (inout PackedReader) -> Value) -> Value? { flag() ? read(&self) : nil }

    mutating func list<Value>(_ read: (inout PackedReader) -> Value) -> [Value] {
        let count = count()
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count where !isBroken { values.append(read(&self)) }
        return values
    }

    /// A case by its place among all.
    mutating func choice<Value>(_ all: [Value]) -> Value {
        let index = Int(byte())
        guard index < all.count else {
            isBroken = true
            return all[0]
        }
        return all[index]
    }

    /// Cases by the bits of their places.
    mutating func choices<Value: Hashable>(_ all: [Value]) -> Set<Value> {
        let bits = unsigned()
        guard bits != 0 else { return [] }
        return Set(all.indices.lazy.filter { bits >> UInt64($0) & 1 == 1 }.map { all[$0] })
    }
}
