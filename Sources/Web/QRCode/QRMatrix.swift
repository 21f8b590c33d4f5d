/// The field of a QR code: the patterns every code has, and the bits laid around them.
struct QRMatrix {
    private let version: QRVersion
    private(set) var dark: [Bool]
    /// Modules that belong to a pattern: neither data nor masked.
    private var isPattern: [Bool]

    private var size: Int { version.size }

    init(_ version: QRVersion) {
        self.version = version
        dark = [Bool](repeating: false, count: version.size * version.size)
        isPattern = dark
        drawPatterns()
    }

    private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
        dark[row * size + column] = isDark
        isPattern[row * size + column] = true
    }

    private mutating func drawPatterns() {
        for place in 0..<size {
            set(6, place, place % 2 == 0)
            set(place, 6, place % 2 == 0)
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
        let last = version.alignment.count - 1
        for (i, row) in version.alignment.enumerated() {
            for (j, column) in version.alignment.enumerated() where !(i == 0 && j == 0 || i == 0 && j == last || i == last && j == 0) {
                for y in -2...2 { for x in -2...2 { set(row + y, column + x, max(abs(x), abs(y)) != 1) } }
            }
        }
        drawFormat(0)
        drawVersion()
    }

    private mutating func drawFinder(_ row: Int, _ column: Int) {
        for y in -4...4 {
            for x in -4...4 where (0..<size).contains(row + y) && (0..<size).contains(column + x) {
                let ring = max(abs(x), abs(y))
                set(row + y, column + x, ring != 2 && ring != 4)
            }
        }
    }

    /// The level and the mask, twice, with ten check bits.
    private mutating func drawFormat(_ mask: Int) {
        // Level M is 00.
        var remainder = mask
        for _ in 0..<10 { remainder = remainder << 1 ^ (remainder >> 9) * 0x537 }
        let bits = (mask << 10 | remainder) ^ 0x5412
        func bit(_ place: Int) -> Bool { bits >> place & 1 == 1 }
        for place in 0...5 { set(place, 8, bit(place)) }
        set(7, 8, bit(6))
        set(8, 8, bit(7))
        set(8, 7, bit(8))
        for place in 9..<15 { set(8, 14 - place, bit(place)) }
        for place in 0..<8 { set(8, size - 1 - place, bit(place)) }
        for place in 8..<15 { set(size - 15 + place, 8, bit(place)) }
        set(size - 8, 8, true)
    }

    /// From version 7 on the version itself, twice, with twelve check bits.
    private mutating func drawVersion() {
        guard version.number >= 7 else { return }
        var remainder = version.number
        for _ in 0..<12 { remainder = remainder << 1 ^ (remainder >> 11) * 0x1F25 }
        let bits = version.number << 12 | remainder
        for place in 0..<18 {
            let isDark = bits >> place & 1 == 1
            set(place / 3, size - 11 + place % 3, isDark)
            set(size - 11 + place % 3, place / 3, isDark)
        }
    }

    /// Lays bits in columns of two from the right, up and down in turn, past the column of the vertical pattern.
    mutating func place(_ codewords: [UInt8]) {
        var next = 0
        var right = size - 1
        while right >= 1 {
            if right == 6 { right = 5 }
            for step in 0..<size {
                for column in [right, right - 1] {
                    let row = (right + 1) & 2 == 0 ? size - 1 - step : step
                    guard !isPattern[row * size + column], next < codewords.count * 8 else { continue }
                    dark[row * size + column] = codewords[next / 8] >> UInt8(7 - next % 8) & 1 == 1
                    next += 1
                }
            }
            right -= 2
        }
    }

    /// With every data module turned over where the mask says so, and the mask's number drawn.
    func masked(_ mask: Int) -> QRMatrix {
        var result = self
        for row in 0..<size {
            for column in 0..<size where !isPattern[row * size + column] && Self.turns(mask, row, column) {
                result.dark[row * size + column].toggle()
            }
        }
        result.drawFormat(mask)
        return result
    }

    private static func turns(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }
}
