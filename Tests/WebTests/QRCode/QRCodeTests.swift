import Domain
import Testing

@testable import Web

/// The portal's own QR codes, read back by a reader that shares nothing with what drew them.
@Suite struct QRCodeTests {
    @Test(arguments: [1, 14, 15, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412])
    func `a code of every size is read back`(count: Int) throws {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/?&=%-._~@")
        let text = String((0..<count).map { _ in letters.randomElement(using: &generator)! })
        let code = try #require(QRCode(text))
        #expect(try QRReader(code).text() == text)
    }

    @Test func `what no code holds is refused`() {
        #expect(QRCode(String(repeating: "x", count: 412)) != nil)
        #expect(QRCode(String(repeating: "x", count: 413)) == nil)
    }

    /// The example of ISO/IEC 18004, annex I, for the check bytes of `01234567` at version 1-M.
    @Test func `check bytes are those of the standard's example`() {
        let data: [UInt8] = [0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11]
        #expect(QRBlocks.checks(of: data, count: 10) == [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55])
    }

    @Test func `an address with accents comes through as UTF-8`() throws {
        let text = "otpauth://totp/Portail d’été:ana@cégep.example"
        #expect(try QRReader(try #require(QRCode(text))).text() == text)
    }
}

/// Reads a clean QR code of level M in byte mode: finds the mask in the format, undoes it, collects and checks the bytes.
private struct QRReader {
    private let size: Int
    private let isDark: (Int, Int) -> Bool

    struct Unreadable: Error { let reason: String }

    init(_ code: QRCode) {
        size = code.size
        isDark = code.isDark
    }

    private var version: Int { (size - 17) / 4 }

    func text() throws -> String {
        for (row, column) in [(0, 0), (0, size - 7), (size - 7, 0)] { try checkFinder(row, column) }
        let mask = try mask()
        let bytes = bytes(mask)
        let shape = Self.shapes[version - 1]
        let blocks = try deinterleave(bytes, shape)
        let data = blocks.flatMap(\.self)
        let bits = data.flatMap { byte in (0..<8).map { Int(byte >> UInt8(7 - $0) & 1) } }
        func number(_ start: Int, _ count: Int) -> Int { bits[start..<start + count].reduce(0) { $0 << 1 | $1 } }
        guard number(0, 4) == 4 else { throw Unreadable(reason: "mode \(number(0, 4))") }
        let lengthBits = version < 10 ? 8 : 16
        let count = number(4, lengthBits)
        return String(decoding: (0..<count).map { UInt8(number(4 + lengthBits + 8 * $0, 8)) }, as: UTF8.self)
    }

    private func checkFinder(_ row: Int, _ column: Int) throws {
        let picture = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
        for (y, line) in picture.enumerated() {
            for (x, mark) in line.enumerated() where isDark(row + y, column + x) != (mark == "#") {
                throw Unreadable(reason: "no finder at \(row), \(column)")
            }
        }
    }

    /// From the copy beside the upper left corner; the other copy must say the same.
    private func mask() throws -> Int {
        let first = [
            (8, 0), (8, 1), (8, 2), (8, 3), (8, 4), (8, 5), (8, 7), (8, 8), (7, 8), (5, 8), (4, 8), (3, 8), (2, 8), (1, 8), (0, 8),
        ]
        let second = (1...7).map { (size - $0, 8) } + (0..<8).map { (8, size - 8 + $0) }
        func read(_ places: [(Int, Int)]) -> Int { places.reduce(0) { $0 << 1 | (isDark($1.0, $1.1) ? 1 : 0) } }
        let bits = read(first)
        guard bits == read(second) else { throw Unreadable(reason: "two formats") }
        // The fifteen bits of level M for each mask, from the standard's table C.1.
        let known = [0x5412, 0x5125, 0x5E7C, 0x5B4B, 0x45F9, 0x40CE, 0x4F97, 0x4AA0]
        guard let mask = known.firstIndex(of: bits) else { throw Unreadable(reason: "format \(String(bits, radix: 2))") }
        return mask
    }

    private func isFunction(_ row: Int, _ column: Int) -> Bool {
        if row < 9 && column < 9 || row < 9 && column >= size - 8 || row >= size - 8 && column < 9 { return true }
        if row == 6 || column == 6 { return true }
        if version >= 7, row < 6 && column >= size - 11 || version >= 7 && column < 6 && row >= size - 11 { return true }
        let centres = Self.centres[version - 1]
        return centres.contains { y in
            centres.contains { x in
                let isCorner = y == 6 && x == 6 || y == 6 && x == size - 7 || y == size - 7 && x == 6
                return !isCorner && abs(row - y) <= 2 && abs(column - x) <= 2
            }
        }
    }

    private func bytes(_ mask: Int) -> [UInt8] {
        let turn: (Int, Int) -> Bool = [
            { ($0 + $1) % 2 == 0 }, { y, _ in y % 2 == 0 }, { _, x in x % 3 == 0 }, { ($0 + $1) % 3 == 0 },
            { ($0 / 2 + $1 / 3) % 2 == 0 }, { $0 * $1 % 2 + $0 * $1 % 3 == 0 }, { ($0 * $1 % 2 + $0 * $1 % 3) % 2 == 0 },
            { (($0 + $1) % 2 + $0 * $1 % 3) % 2 == 0 },
        ][mask]
        var bits: [Bool] = []
        var goesUp = true
        for pair in stride(from: size - 1, through: 1, by: -2).map({ $0 <= 6 ? $0 - 1 : $0 }) {
            for row in goesUp ? Array((0..<size).reversed()) : Array(0..<size) {
                for column in [pair, pair - 1] where !isFunction(row, column) { bits.append(isDark(row, column) != turn(row, column)) }
            }
            goesUp.toggle()
        }
        return stride(from: 0, to: bits.count - bits.count % 8, by: 8).map { start in
            (0..<8).reduce(UInt8(0)) { $0 << 1 | (bits[start + $1] ? 1 : 0) }
        }
    }

    /// Blocks of data, each checked with its check bytes: the polynomial they make is nought at every root.
    private func deinterleave(_ bytes: [UInt8], _ shape: (checks: Int, lengths: [Int])) throws -> [[UInt8]] {
        var blocks = shape.lengths.map { _ in [UInt8]() }
        var place = 0
        for index in 0..<(shape.lengths.max() ?? 0) {
            for (block, length) in shape.lengths.enumerated() where index < length {
                blocks[block].append(bytes[place])
                place += 1
            }
        }
        let data = blocks
        for _ in 0..<shape.checks {
            for block in blocks.indices {
                blocks[block].append(bytes[place])
                place += 1
            }
        }
        for block in blocks {
            for root in 0..<shape.checks {
                let value = block.reduce(UInt8(0)) { Self.times($0, Self.power(root)) ^ $1 }
                if value != 0 { throw Unreadable(reason: "a block does not check") }
            }
        }
        return data
    }

    /// Multiplication by tables of powers of 2, unlike the shifts that drew the code.
    private static let powers: [UInt8] = {
        var (list, value) = ([UInt8](), 1)
        for _ in 0..<255 {
            list.append(UInt8(value))
            value *= 2
            if value > 255 { value ^= 285 }
        }
        return list
    }()
    private static let logarithms: [UInt8: Int] = Dictionary(uniqueKeysWithValues: powers.enumerated().map { ($1, $0) })

    private static func power(_ exponent: Int) -> UInt8 { powers[exponent % 255] }

    private static func times(_ a: UInt8, _ b: UInt8) -> UInt8 {
        guard let x = logarithms[a], let y = logarithms[b] else { return 0 }
        return powers[(x + y) % 255]
    }

    /// Level M by version: check bytes a block, and the data bytes of each block.
    private static let shapes: [(checks: Int, lengths: [Int])] = [
        (10, [16]), (16, [28]), (26, [44]), (18, [32, 32]), (24, [43, 43]), (16, [27, 27, 27, 27]), (18, [31, 31, 31, 31]),
        (22, [38, 38, 39, 39]), (22, [36, 36, 36, 37, 37]), (26, [43, 43, 43, 43, 44]), (30, [50, 51, 51, 51, 51]),
        (22, [36, 36, 36, 36, 36, 36, 37, 37]), (22, [37, 37, 37, 37, 37, 37, 37, 37, 38]), (24, [40, 40, 40, 40, 41, 41, 41, 41, 41]),
        (24, [41, 41, 41, 41, 41, 42, 42, 42, 42, 42]),
    ]
    private static let centres: [[Int]] = [
        [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50], [6, 30, 54], [6, 32, 58],
        [6, 34, 62], [6, 26, 46, 66], [6, 26, 48, 70],
    ]
}
