/// Appends values to bytes in a compact form: numbers take as many bytes as they need, texts their UTF-8 and its length.
struct PackedWriter: Sendable {
    var bytes: [UInt8] = []

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

    /// Seven bits a byte, the lowest first; the upper bit says that more follow (LEB128).
    mutating func count(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func count(_ value: Int) { count(UInt64(value)) }

    /// Small numbers of either sign are short (zigzag).
    mutating func number(_ value: Int) { count(UInt64(bitPattern: Int64(value << 1 ^ value >> 63))) }

    mutating func double(_ value: Double) {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            count(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    /// A missing text is told from an empty one.
    mutating func text(_ value: String?) {
        guard var value else { return count(0) }
        value.withUTF8 { utf8 in
            count(utf8.count + 1)
            bytes.append(contentsOf: utf8)
        }
    }

    mutating func optional<Value>(_ value: Value?, _ write: (inout PackedWriter, Value) -> Void) {
        flag(value != nil)
        if let value { write(&self, value) }
    }

    mutating func list<Value>(_ values: [Value], _ write: (inout PackedWriter, Value) -> Void) {
        count(values.count)
        for value in values { write(&self, value) }
    }
}
