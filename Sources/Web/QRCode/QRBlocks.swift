/// The bytes of a QR code in the order they are drawn: data in blocks, each with its Reed–Solomon check bytes.
enum QRBlocks {
    static func codewords(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        var rest = padded(bytes, version)[...]
        var blocks: [[UInt8]] = []
        for kind in version.blocks {
            for _ in 0..<kind.count {
                blocks.append(Array(rest.prefix(kind.data)))
                rest = rest.dropFirst(kind.data)
            }
        }
        let checks = blocks.map { Self.checks(of: $0, count: version.checks) }
        return interleaved(blocks) + interleaved(checks)
    }

    /// The mode, the length, the bytes, an end, and filling to the last byte.
    private static func padded(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        var bits: [Bool] = []
        func append(_ value: Int, _ count: Int) { for bit in (0..<count).reversed() { bits.append(value >> bit & 1 == 1) } }
        append(0b0100, 4)
        append(bytes.count, version.lengthBits)
        for byte in bytes { append(Int(byte), 8) }
        append(0, min(4, 8 * version.data - bits.count))
        while bits.count % 8 != 0 { bits.append(false) }
        var result = stride(from: 0, to: bits.count, by: 8).map { start in
            (0..<8).reduce(UInt8(0)) { $0 << 1 | (bits[start + $1] ? 1 : 0) }
        }
        for filling in 0..<(version.data - result.count) { result.append(filling % 2 == 0 ? 0xEC : 0x11) }
        return result
    }

    private static func interleaved(_ blocks: [[UInt8]]) -> [UInt8] {
        (0..<(blocks.map(\.count).max() ?? 0)).flatMap { place in blocks.compactMap { place < $0.count ? $0[place] : nil } }
    }

    /// The remainder of the block, as a polynomial, divided by the generator's.
    static func checks(of block: [UInt8], count: Int) -> [UInt8] {
        let generator = generator(count)
        var remainder = [UInt8](repeating: 0, count: count)
        for byte in block {
            let factor = byte ^ remainder[0]
            remainder.removeFirst()
            remainder.append(0)
            for (place, coefficient) in generator.enumerated() { remainder[place] ^= multiply(coefficient, factor) }
        }
        return remainder
    }

    /// (x − 1)(x − 2)(x − 4)…, without its leading 1.
    private static func generator(_ count: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: count - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<count {
            for place in result.indices {
                result[place] = multiply(result[place], root)
                if place + 1 < result.count { result[place] ^= result[place + 1] }
            }
            root = multiply(root, 2)
        }
        return result
    }

    /// In the field of 256 elements by x⁸ + x⁴ + x³ + x² + 1.
    static func multiply(_ a: UInt8, _ b: UInt8) -> UInt8 {
        var product = 0
        for bit in (0..<8).reversed() {
            product = product << 1 ^ (product >> 7) * 0x11D
            product ^= Int(b >> UInt8(bit) & 1) * Int(a)
        }
        return UInt8(product)
    }
}
