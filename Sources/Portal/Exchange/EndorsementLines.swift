import Domain

/// Endorsements as lines: `Northern Care Homes Alliance <https://northern-care-homes.example>`, or the name alone.
enum EndorsementLines {
    private static let special = [UInt8(ascii: "<")]

    static func cell(_ endorsements: [Endorsement]) -> String {
        endorsements.map { endorsement in
            let name = LineList.escaped(endorsement.name, special: special)
            return endorsement.url.map { "\(name) <\($0)>" } ?? name
        }.joined(separator: "\n")
    }

    static func endorsements(_ cell: String) -> [Endorsement] {
        LineList.lines(cell).filter { !$0.isEmpty }.map { line in
            let parts = LineList.parts(line, separator: UInt8(ascii: "<"))
            guard parts.count == 2, parts[1].utf8.last == UInt8(ascii: ">") else {
                return Endorsement(name: LineList.unescaped(line, special: special))
            }
            return Endorsement(name: LineList.unescaped(parts[0], special: special), url: String(parts[1].dropLast()).trimmed)
        }
    }
}
