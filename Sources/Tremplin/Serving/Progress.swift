/// What is said while data is loaded.
enum Progress {
    /// `noc: 58,530 rows in 210 ms`
    static func line(_ name: String, rows: Int, _ duration: Duration) -> String {
        "\(name): \(rows.grouped) rows in \(Figures.milliseconds(duration)) ms"
    }
}

extension Int {
    /// With a comma between thousands, whatever the machine's locale.
    var grouped: String {
        let digits = String(magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return (self < 0 ? "-" : "") + text
    }
}
