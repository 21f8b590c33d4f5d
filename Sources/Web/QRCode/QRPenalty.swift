/// How hard a masked code is to read: the mask with the least is taken (ISO/IEC 18004, 7.8.3).
enum QRPenalty {
    static func of(_ dark: [Bool], size: Int) -> Int {
        var total = squares(dark, size)
        for index in 0..<size {
            let row: [Bool] = (0..<size).map { dark[index * size + $0] }
            let column: [Bool] = (0..<size).map { dark[$0 * size + index] }
            for line in [row, column] { total += runs(line) + finders(line) }
        }
        // Ten for every five percent away from half dark.
        let away = abs(dark.count { $0 } * 20 - dark.count * 10)
        return total + away / dark.count * 10
    }

    /// Five and more of one shade in a row.
    private static func runs(_ line: [Bool]) -> Int {
        var (total, length) = (0, 0)
        for (place, isDark) in line.enumerated() {
            length = place > 0 && line[place - 1] == isDark ? length + 1 : 1
            if length == 5 { total += 3 } else if length > 5 { total += 1 }
        }
        return total
    }

    /// What looks like a corner of the code and is none.
    private static func finders(_ line: [Bool]) -> Int {
        let pattern = [true, false, true, true, true, false, true]
        let light = [false, false, false, false]
        return (0..<max(0, line.count - 10)).reduce(0) { total, start in
            let piece = Array(line[start..<start + 11])
            return total + (piece == pattern + light || piece == light + pattern ? 40 : 0)
        }
    }

    /// Two by two of one shade.
    private static func squares(_ dark: [Bool], _ size: Int) -> Int {
        var total = 0
        for row in 0..<size - 1 {
            for column in 0..<size - 1 {
                let first = dark[row * size + column]
                if dark[row * size + column + 1] == first, dark[(row + 1) * size + column] == first,
                    dark[(row + 1) * size + column + 1] == first
                {
                    total += 3
                }
            }
        }
        return total
    }
}
