import Domain

/// A posting's title as it may be read: whole, and without what employers add to it.
///
/// `Personal Support Worker (PSW) - Nights, Sudbury` is read as it stands, without the brackets, and up to its first dash or comma.
struct PostingTitle {
    let readings: [String]

    init(_ title: String) {
        guard !title.isBlank else {
            readings = []
            return
        }
        var plain = ""
        var depth = 0
        for character in title {
            if character == "(" || character == "[" { depth += 1 }
            if depth == 0 { plain.append(character) }
            if character == ")" || character == "]" { depth = max(0, depth - 1) }
        }
        var readings = [title]
        for reading in [plain, Self.head(plain)] where !reading.isBlank && !readings.contains(reading) { readings.append(reading) }
        self.readings = readings
    }

    private static func head(_ title: String) -> String {
        let marks = [" - ", " – ", " — ", " | ", ", ", " / ", " @ "]
        let ends = marks.compactMap { title.firstRange(of: $0)?.lowerBound }
        return String(title[..<(ends.min() ?? title.endIndex)])
    }
}
