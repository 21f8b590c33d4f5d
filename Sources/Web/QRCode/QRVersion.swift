/// A size of QR code at error correction level M: how many bytes it holds, in how many blocks.
struct QRVersion {
    let number: Int
    /// Check bytes of each block.
    let checks: Int
    /// Blocks, and the data bytes of each; a second kind holds one byte more.
    let blocks: [(count: Int, data: Int)]
    /// Where alignment patterns stand, in both directions.
    let alignment: [Int]

    var size: Int { 17 + 4 * number }
    var data: Int { blocks.reduce(0) { $0 + $1.count * $1.data } }
    /// Bits of the length that stands before the bytes.
    var lengthBits: Int { number < 10 ? 8 : 16 }

    static func smallest(for count: Int) -> QRVersion? {
        all.first { 4 + $0.lengthBits + 8 * count <= 8 * $0.data && count < 1 << $0.lengthBits }
    }

    /// ISO/IEC 18004, tables 9 and E.1.
    private static let all = [
        QRVersion(number: 1, checks: 10, blocks: [(1, 16)], alignment: []),
        QRVersion(number: 2, checks: 16, blocks: [(1, 28)], alignment: [6, 18]),
        QRVersion(number: 3, checks: 26, blocks: [(1, 44)], alignment: [6, 22]),
        QRVersion(number: 4, checks: 18, blocks: [(2, 32)], alignment: [6, 26]),
        QRVersion(number: 5, checks: 24, blocks: [(2, 43)], alignment: [6, 30]),
        QRVersion(number: 6, checks: 16, blocks: [(4, 27)], alignment: [6, 34]),
        QRVersion(number: 7, checks: 18, blocks: [(4, 31)], alignment: [6, 22, 38]),
        QRVersion(number: 8, checks: 22, blocks: [(2, 38), (2, 39)], alignment: [6, 24, 42]),
        QRVersion(number: 9, checks: 22, blocks: [(3, 36), (2, 37)], alignment: [6, 26, 46]),
        QRVersion(number: 10, checks: 26, blocks: [(4, 43), (1, 44)], alignment: [6, 28, 50]),
        QRVersion(number: 11, checks: 30, blocks: [(1, 50), (4, 51)], alignment: [6, 30, 54]),
        QRVersion(number: 12, checks: 22, blocks: [(6, 36), (2, 37)], alignment: [6, 32, 58]),
        QRVersion(number: 13, checks: 22, blocks: [(8, 37), (1, 38)], alignment: [6, 34, 62]),
        QRVersion(number: 14, checks: 24, blocks: [(4, 40), (5, 41)], alignment: [6, 26, 46, 66]),
        QRVersion(number: 15, checks: 24, blocks: [(5, 41), (5, 42)], alignment: [6, 26, 48, 70]),
    ]
}
