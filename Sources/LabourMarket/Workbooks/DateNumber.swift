import Domain

/// Days as spreadsheets keep them: a number, and a format that shows it as a date.
enum DateNumber {
    /// The formats every workbook has without writing them down (ECMA-376, 18.8.30), and those that depend on the program's language.
    static func isBuiltInDateFormat(_ id: Int) -> Bool {
        switch id {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: true
        default: false
        }
    }

    /// Whether a format such as `yyyy\-mm\-dd;@` shows a year or a day. One that shows hours alone is no date.
    static func isDateFormat(_ code: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for byte in code.replacing("&quot;", with: "\"").utf8 {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "["): isBracketed = true
            case UInt8(ascii: "]"): isBracketed = false
            case UInt8(ascii: "\\"), UInt8(ascii: "_"): isEscaped = true
            case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "y"), UInt8(ascii: "Y"):
                if !isQuoted, !isBracketed { return true }
            default: continue
            }
        }
        return false
    }

    /// `2027-01-12`; `nil` for a number that is no day of the 20th or 21st century.
    static func day(_ number: Double, countsFrom1904: Bool) -> String? {
        // 1970-01-01 is day 25,569; 24,107 where days are counted from 1904.
        let day = Int(exactly: number.rounded(.down)).map { $0 - (countsFrom1904 ? 24_107 : 25_569) }
        guard let day, (-25_500...47_500).contains(day) else { return nil }
        return CalendarDate(dayNumber: day).description
    }

    /// The day's number in a workbook that counts from 1900.
    static func number(_ date: CalendarDate) -> Int { date.dayNumber + 25_569 }
}
